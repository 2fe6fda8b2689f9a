import { checkVisit, FIRST_PAGE, type Visit } from '../wx-rules/routes'
import { EventChannel, type Listener } from './event-channel'
import { type Page, type PageStack } from './page-stack'
import { type TabBarItem } from './program'
import { parsePageUrl, type PageAddress } from './url'
import { type Options, settle } from './wx/outcome'

export interface UrlOptions extends Options {
  url: string
}

export interface NavigateToOptions extends UrlOptions {
  events?: Record<string, Listener>
}

export interface NavigateBackOptions extends Options {
  delta?: number
}

/** Asks before the top page is left, when it called wx.enableAlertBeforeUnload. */
type LeaveGuard = () => Promise<boolean>

/** wx.navigateTo and its kin, with WeChat's rules and error texts. */
export class Router {
  private readonly tabPages = new Map<string, Page>()
  leaveGuard: LeaveGuard | undefined

  constructor(
    private readonly stack: PageStack,
    private readonly tabs: readonly TabBarItem[],
  ) {}

  isTab(route: string): boolean {
    return this.tabs.some(({ pagePath }) => pagePath === route)
  }

  /** Opens a page on top; resolves with this side of the event channel. */
  navigateTo = (options: NavigateToOptions): unknown =>
    settle('navigateTo', options, () => {
      const target = this.target('navigateTo', options.url)
      const [mine, theirs] = EventChannel.pair()
      for (const [name, listener] of Object.entries(options.events ?? {})) mine.on(name, listener)
      if (this.stack.top) this.stack.hide(this.stack.top)
      this.stack.open(target.path, target.query, theirs)
      return { eventChannel: mine }
    })

  redirectTo = (options: UrlOptions): unknown =>
    settle('redirectTo', options, () => {
      const target = this.target('redirectTo', options.url)
      if (this.stack.top) this.tabPages.delete(this.stack.top.route)
      this.stack.pop()
      this.stack.open(target.path, target.query)
      return {}
    })

  navigateBack = (options: NavigateBackOptions = {}): unknown =>
    settle('navigateBack', options, async () => {
      if (this.stack.depth <= 1) throw new Error(FIRST_PAGE)
      if (this.leaveGuard && !(await this.leaveGuard())) throw new Error('cancel')
      this.leaveGuard = undefined
      const steps = Math.min(options.delta ?? 1, this.stack.depth - 1)
      for (let step = 0; step < steps; step += 1) this.stack.pop()
      if (this.stack.top) this.stack.show(this.stack.top)
      return {}
    })

  switchTab = (options: UrlOptions): unknown =>
    settle('switchTab', options, () => {
      const { path } = this.target('switchTab', options.url)
      const before = this.stack.top
      while (this.stack.depth > 1 || (this.stack.bottom && !this.isTab(this.stack.bottom.route))) this.stack.pop()
      if (this.stack.top?.route === path) {
        if (before !== this.stack.top) this.stack.show(this.stack.top)
        return {}
      }
      this.stack.detachTop()
      this.showTab(path)
      return {}
    })

  reLaunch = (options: UrlOptions): unknown =>
    settle('reLaunch', options, () => {
      const target = this.target('reLaunch', options.url)
      const shown = new Set<Page>()
      while (this.stack.top) {
        shown.add(this.stack.top)
        this.stack.pop()
      }
      for (const page of this.tabPages.values()) if (!shown.has(page)) this.stack.destroy(page)
      this.tabPages.clear()
      const page = this.stack.open(target.path, target.query)
      if (this.isTab(page.route)) this.tabPages.set(page.route, page)
      return {}
    })

  /** A tap on the tab bar: the page also hears onTabItemTap. */
  tapTab(item: TabBarItem, index: number): void {
    void this.switchTab({ url: `/${item.pagePath}` })
    this.stack.top?.instance.onTabItemTap?.({ index, pagePath: item.pagePath, text: item.text })
  }

  private showTab(path: string): void {
    const existing = this.tabPages.get(path)
    if (existing) this.stack.push(existing)
    else this.tabPages.set(path, this.stack.open(path, {}))
  }

  /** Where a visit leads; throws WeChat's words when it may not. */
  private target(verb: Visit, url: string): PageAddress {
    const target = parsePageUrl(url, this.stack.top?.route ?? '')
    const pages = {
      has: (route: string): boolean => this.stack.has(route),
      isTab: (route: string): boolean => this.isTab(route),
    }
    checkVisit(verb, target.path, pages, this.stack.depth)
    return target
  }
}
