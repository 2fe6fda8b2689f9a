import { type TabBarConfig, type TabBarItem } from './program'
import { screenParts } from './screen'

/** As WeChat draws its two kinds: faint on the bar's own ground, whichever that is. */
const BORDERS = { black: 'rgba(0, 0, 0, 0.2)', white: 'rgba(255, 255, 255, 0.2)' }

/** The tab bar with badges and red dots (wx.setTabBarBadge, wx.showTabBarRedDot). */
export class TabBar {
  private readonly badges = new Map<number, string>()
  private current: string | undefined
  /** By wx.hideTabBar. */
  private hidden = false
  /** What wx.setTabBarStyle and wx.setTabBarItem have changed. */
  private style: Partial<TabBarConfig> = {}
  private readonly items = new Map<number, Partial<TabBarItem>>()

  /** @param given app.json's, in the theme of now */
  constructor(
    private readonly given: () => TabBarConfig | undefined,
    private readonly onTap: (item: TabBarItem, index: number) => void,
  ) {}

  /** Shows the bar with this page chosen, or hides it when the page is no tab. */
  showFor(route: string): void {
    this.current = this.given()?.list.some(({ pagePath }) => pagePath === route) ? route : undefined
    this.draw()
  }

  private get config(): TabBarConfig | undefined {
    const given = this.given()
    if (given === undefined) return undefined
    return { ...given, ...this.style, list: given.list.map((item, index) => ({ ...item, ...this.items.get(index) })) }
  }

  private checkShown(): void {
    if (this.current === undefined) throw new Error('not TabBar page')
  }

  /** wx.hideTabBar and wx.showTabBar: only while a page of the bar shows. */
  setHidden(hidden: boolean): void {
    this.checkShown()
    this.hidden = hidden
    this.draw()
  }

  /** wx.setTabBarStyle: only while a page of the bar shows. */
  setStyle(style: Partial<TabBarConfig>): void {
    this.checkShown()
    this.style = { ...this.style, ...style }
    this.draw()
  }

  /** wx.setTabBarItem: only while a page of the bar shows. */
  setItem(index: number, item: Partial<TabBarItem>): void {
    this.checkShown()
    if (this.given()?.list[index] === undefined) throw new Error(`invalid index ${index}`)
    this.items.set(index, { ...this.items.get(index), ...item })
    this.draw()
  }

  /** A short text on a tab; an empty text is a red dot; undefined takes it away. */
  setBadge(index: number, text: string | undefined): void {
    if (this.given()?.list[index] === undefined) throw new Error(`invalid index ${index}`)
    if (text === undefined) this.badges.delete(index)
    else this.badges.set(index, text)
    this.draw()
  }

  /** Draws it anew: something of it, or the theme, has changed. */
  draw(): void {
    const bar = screenParts.tabBar()
    bar.hidden = this.hidden || this.current === undefined
    const { config } = this
    if (config === undefined || this.current === undefined) return
    bar.style.backgroundColor = config.backgroundColor ?? '#ffffff'
    bar.style.borderTopColor = BORDERS[config.borderStyle ?? 'black']
    bar.replaceChildren(...config.list.map((item, index) => this.tab(config, item, index)))
  }

  private tab(config: TabBarConfig, item: TabBarItem, index: number): HTMLElement {
    const isSelected = item.pagePath === this.current
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset.path = item.pagePath
    button.style.color = (isSelected ? config.selectedColor : config.color) ?? '#333333'
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
