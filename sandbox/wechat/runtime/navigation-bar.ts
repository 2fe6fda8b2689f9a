import { type Page } from './page-stack'
import { type WindowConfig } from './program'
import { screenParts } from './screen'

interface Actions {
  back: () => void
  home: () => void
}

function iconButton(label: string, text: string, onTap: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'navigation-button'
  button.setAttribute('aria-label', label)
  button.textContent = text
  button.onclick = onTap
  return button
}

/** Draws the title bar of a page: title, colours, and the way back (or home, where there is no page below). */
export function drawNavigationBar(
  page: Page,
  options: { canGoBack: boolean; isHome: boolean },
  actions: Actions,
): void {
  const bar = screenParts.navigationBar()
  const config: WindowConfig = page.window
  bar.hidden = config.navigationStyle === 'custom'
  bar.style.backgroundColor = config.navigationBarBackgroundColor ?? '#ffffff'
  bar.style.color = config.navigationBarTextStyle === 'white' ? '#ffffff' : '#000000'
  const title = document.createElement('h1')
  title.className = 'navigation-title'
  title.textContent = config.navigationBarTitleText ?? ''
  document.title = title.textContent
  const leading = options.canGoBack
    ? [iconButton('返回', '‹', actions.back)]
    : options.isHome
      ? []
      : [iconButton('首页', '⌂', actions.home)]
  bar.replaceChildren(...leading, title)
  screenParts.pages().style.backgroundColor = config.backgroundColor ?? ''
}
