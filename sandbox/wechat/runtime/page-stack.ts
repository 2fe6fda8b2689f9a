import { type AssociatedBackend, type CodeSpace, type Root } from 'glass-easel-miniprogram-adapter'
import { EventChannel } from './event-channel'
import { type PageInstance } from './globals'
import { type Program, type WindowConfig } from './program'
import { watchScrolling } from './scrolling'
import { screenParts } from './screen'

export interface Page {
  route: string
  query: Record<string, string>
  element: HTMLElement
  root: Root
  instance: PageInstance
  window: WindowConfig
  isReady: boolean
}

type OnTopChange = (page: Page) => void
type BackendNode = Parameters<Root['attach']>[0]

/** Creates, shows, hides and destroys pages, with WeChat's lifecycle; what may follow what is the router's business. */
export class PageStack {
  private readonly pages: Page[] = []

  constructor(
    private readonly program: Program,
    private readonly codeSpace: CodeSpace,
    private readonly backend: AssociatedBackend,
    private readonly onTopChange: OnTopChange,
  ) {}

  get depth(): number {
    return this.pages.length
  }

  get top(): Page | undefined {
    return this.pages.at(-1)
  }

  get bottom(): Page | undefined {
    return this.pages[0]
  }

  instances(): PageInstance[] {
    return this.pages.map(({ instance }) => instance)
  }

  has(route: string): boolean {
    return this.program.pages.includes(route)
  }

  /** Creates a page on top and shows it; like every page it finds itself in getCurrentPages() when it loads. */
  open(route: string, query: Record<string, string>, channel = EventChannel.pair()[1]): Page {
    const element = document.createElement('div')
    element.className = 'mp-page'
    element.dataset.route = route
    element.hidden = true
    // A page scrolls: the keyboard has to get there too.
    element.tabIndex = 0
    const placeholder = document.createElement('span')
    element.append(placeholder)
    screenParts.pages().append(element)
    const page = this.createPage(route, query, element, channel)
    this.pages.push(page)
    watchScrolling(page)
    page.root.attach(element as unknown as BackendNode, placeholder as unknown as BackendNode)
    page.instance.onLoad?.(query)
    this.show(page)
    return page
  }

  private createPage(route: string, query: Record<string, string>, element: HTMLElement, channel: EventChannel): Page {
    const root = this.backend.createRoot('mp-root', this.codeSpace, route)
    const instance = root.get() as unknown as PageInstance
    Object.assign(instance, { route, options: query, getOpenerEventChannel: () => channel, getTabBar: () => null })
    const config = this.program.components.find(({ path }) => path === route)?.config
    return { route, query, element, root, instance, window: { ...this.program.app.window, ...config }, isReady: false }
  }

  /** Puts a tab page that was detached before back on top. */
  push(page: Page): void {
    this.pages.push(page)
    this.show(page)
  }

  /** Takes the top page off without destroying it (a tab page keeps its state). */
  detachTop(): Page | undefined {
    const page = this.pages.pop()
    if (page) this.hide(page)
    return page
  }

  /** Takes the top page off and unloads it. */
  pop(): void {
    const page = this.pages.pop()
    if (page) this.destroy(page)
  }

  show(page: Page): void {
    page.element.hidden = false
    this.onTopChange(page)
    page.root.getComponent().triggerPageLifetime('show', [])
    page.instance.onShow?.()
    if (page.isReady) return
    page.isReady = true
    setTimeout(() => page.instance.onReady?.())
  }

  hide(page: Page): void {
    page.element.hidden = true
    page.root.getComponent().triggerPageLifetime('hide', [])
    page.instance.onHide?.()
  }

  destroy(page: Page): void {
    page.instance.onUnload?.()
    page.root.release()
    page.element.remove()
  }
}
