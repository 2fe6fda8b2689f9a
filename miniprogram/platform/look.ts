import { readSetting, writeSetting, type Settings } from './storage'

export type TextSize = Settings['look.size']
export type ThemeChoice = Settings['look.theme']
type Theme = Exclude<ThemeChoice, 'system'>

/** How the pages look now: what the citizen chose, and what the phone has. */
export interface Look {
  readonly size: TextSize
  readonly choice: ThemeChoice
  readonly theme: Theme
}

const SIZES: readonly TextSize[] = ['normal', 'large', 'largest']
const CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark']

/** A phone that tells no theme has the light one. */
const themeOfPhone = (): Theme => (wx.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light')

/** Read anew each time, at once: a page has its look on the first frame. */
export function lookNow(): Look {
  const size = SIZES.find((one) => one === readSetting('look.size')) ?? 'normal'
  const choice = CHOICES.find((one) => one === readSetting('look.theme')) ?? 'system'
  return { size, choice, theme: choice === 'system' ? themeOfPhone() : choice }
}

/** 关怀模式 is on. */
export const isLarge = ({ size }: Pick<Look, 'size'> = lookNow()): boolean => size !== 'normal'

/** Keeps the choice on this phone; false when its storage refused: then nothing changes. */
export function keepSize(size: TextSize): boolean {
  return (size === 'normal' || writeSetting('look.care', size)) && writeSetting('look.size', size)
}
export const keepTheme = (choice: ThemeChoice): boolean => writeSetting('look.theme', choice)

/** The switch on home: out of 关怀模式, or into it with the size that was chosen last. */
export function switchCare(): boolean {
  const last = readSetting('look.care') === 'largest' ? 'largest' : 'large'
  return keepSize(isLarge() ? 'normal' : last)
}

/** Class of a page's root view: see styles/tokens.wxss. */
export function lookClass({ size, theme }: Look): string {
  return [
    'look',
    theme === 'dark' ? 'look-dark' : '',
    size === 'normal' ? '' : 'look-large',
    size === 'largest' ? 'look-largest' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Calls `listener` when the phone changes between light and dark. */
export function watchTheme(listener: () => void): void {
  wx.onThemeChange(listener)
}
