import { drawnIcons } from './icons/icon-styles'
import { TAB_ICONS, tabBarPicture } from './icons/tab-bar-pictures'
import { generate } from './write-or-check'

/**
 * `tsx scripts/icons.ts` draws the icons of the mini-program from the npm package tdesign-icons-svg (MIT): one style
 * sheet for what pages show, two pictures per tab for WeChat's tab bar, which cannot tint. `--check`: see write-or-check.
 */
async function icons() {
  const pictures = await Promise.all(TAB_ICONS.map(tabBarPicture))
  return { 'miniprogram/components/svg-icon/icons.generated.wxss': drawnIcons(), ...Object.fromEntries(pictures) }
}

generate('icons.ts', icons)
