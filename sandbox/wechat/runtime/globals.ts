/** The globals that a mini-program finds, and what the host keeps on DOM elements. */
import { type HostSettings } from './program'

export type WxObject = Record<string, unknown>

/** A page as the host sees it: the adapter's component caller, with the page's own methods on it. */
export interface PageInstance {
  route: string
  options: Record<string, string>
  data: Record<string, unknown>
  getOpenerEventChannel(): unknown
  getTabBar(): unknown
  createSelectorQuery(): unknown
  createIntersectionObserver(options?: object): unknown
  selectComponent(selector: string): unknown
  onLoad?(query: Record<string, string>): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onPullDownRefresh?(): void
  onReachBottom?(): void
  onPageScroll?(event: { scrollTop: number }): void
  onTabItemTap?(item: { index: number; pagePath: string; text: string }): void
}

export interface AppInstance {
  globalData?: object
  onLaunch?(options: object): void
  onShow?(options: object): void
  onHide?(): void
  onError?(message: string): void
  onPageNotFound?(options: { path: string; query: Record<string, string>; isEntryPage: boolean }): void
}

export type Definition = Record<string, unknown>

declare global {
  var wx: WxObject
  var App: (definition: AppInstance) => void
  var getApp: () => AppInstance
  var getCurrentPages: () => PageInstance[]
  var Page: (definition: Definition) => void
  var Component: (definition?: Definition) => unknown
  var Behavior: ((definition?: Definition) => unknown) & { trait?: unknown }
  var getRegExp: (pattern: string, flags?: string) => RegExp
  var getDate: (...parts: number[]) => Date
  /** WXS `x.constructor` is the name of a type there; the build rewrites it to this call. */
  var wxsTypeName: (value: unknown) => string | undefined
  var sandboxHost: HostSettings
}
