import { type WindowConfig } from './program'
import { screenParts } from './screen'

interface Actions {
  back: () => void
  home: () => void
}

/** Drawn, because no font of every machine has these signs. */
const BACK = 'M15 5l-7 7 7 7'
const HOME = 'M4 11l8-7 8 7v9h-6v-6h-4v6H4z'

function icon(path: string): SVGElement {
  const create = (name: string): SVGElement => document.createElementNS('http://www.w3.org/2000/svg', name)
  const svg = create('svg')
  const line = create('path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

function iconButton(label: string, path: string, onTap: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'navigation-button'
  button.setAttribute('aria-label', label)
  button.append(icon(path))
  button.onclick = onTap
  return button
}

/** Draws the title bar of a page by its settings: title, colours, and the way back (or home, where there is no page below). */
export function drawNavigationBar(
  config: WindowConfig,
  options: { canGoBack: boolean; isHome: boolean },
  actions: Actions,
): void {
  const bar = screenParts.navigationBar()
  bar.hidden = config.navigationStyle === 'custom'
  bar.style.backgroundColor = config.navigationBarBackgroundColor ?? '#ffffff'
  bar.style.color = config.navigationBarTextStyle === 'white' ? '#ffffff' : '#000000'
  const title = document.createElement('h1')
  title.className = 'navigation-title'
  title.textContent = config.navigationBarTitleText ?? ''
  document.title = title.textContent
  const leading = options.canGoBack
    ? [iconButton('返回', BACK, actions.back)]
    : options.isHome
      ? []
      : [iconButton('首页', HOME, actions.home)]
  bar.replaceChildren(...leading, title)
  screenParts.pages().style.backgroundColor = config.backgroundColor ?? ''
}
