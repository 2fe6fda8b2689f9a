import { type TabBarConfig, type TabBarItem } from './program'
import { screenParts } from './screen'

/** The tab bar with badges and red dots (wx.setTabBarBadge, wx.showTabBarRedDot). */
export class TabBar {
  private readonly badges = new Map<number, string>()
  private current: string | undefined

  constructor(
    private readonly config: TabBarConfig | undefined,
    private readonly onTap: (item: TabBarItem, index: number) => void,
  ) {}

  /** Shows the bar with this page chosen, or hides it when the page is no tab. */
  showFor(route: string): void {
    this.current = this.config?.list.some(({ pagePath }) => pagePath === route) ? route : undefined
    this.draw()
  }

  /** A short text on a tab; an empty text is a red dot; undefined takes it away. */
  setBadge(index: number, text: string | undefined): void {
    if (this.config?.list[index] === undefined) throw new Error(`invalid index ${index}`)
    if (text === undefined) this.badges.delete(index)
    else this.badges.set(index, text)
    this.draw()
  }

  private draw(): void {
    const bar = screenParts.tabBar()
    bar.hidden = this.current === undefined
    if (this.config === undefined || this.current === undefined) return
    bar.style.backgroundColor = this.config.backgroundColor ?? '#ffffff'
    bar.replaceChildren(...this.config.list.map((item, index) => this.tab(item, index)))
  }

  private tab(item: TabBarItem, index: number): HTMLElement {
    const isSelected = item.pagePath === this.current
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset.path = item.pagePath
    button.style.color = (isSelected ? this.config?.selectedColor : this.config?.color) ?? '#333333'
    if (isSelected) button.setAttribute('aria-current', 'page')
    const icon = (isSelected ? item.selectedIconPath : undefined) ?? item.iconPath
    if (icon !== undefined) {
      const image = document.createElement('img')
      image.src = `/app/${icon.replace(/^\//, '')}`
      image.alt = ''
      button.append(image)
    }
    const label = document.createElement('span')
    label.textContent = item.text
    button.append(label)
    const badge = this.badges.get(index)
    if (badge !== undefined) {
      const mark = document.createElement('em')
      mark.className = badge === '' ? 'red-dot' : 'badge'
      mark.textContent = badge
      button.append(mark)
    }
    button.onclick = () => this.onTap(item, index)
    return button
  }
}
