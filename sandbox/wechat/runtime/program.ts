/** What the build writes and the runtime boots: plain data plus functions that run the sources. */

/** The parts of app.json that the host acts on. */
export interface AppConfig {
  pages: string[]
  subpackages?: { root: string; pages: string[]; independent?: boolean }[]
  subPackages?: { root: string; pages: string[]; independent?: boolean }[]
  window?: WindowConfig
  tabBar?: TabBarConfig
  /** Values that begin with @ are named in the file of `themeLocation`. */
  darkmode?: boolean
  themeLocation?: string
  usingComponents?: Record<string, string>
}

/** Window settings: app.json `window`, or a page's own json. */
export interface WindowConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
  disableScroll?: boolean
}

export interface TabBarItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

export interface TabBarConfig {
  color?: string
  selectedColor?: string
  backgroundColor?: string
  borderStyle?: 'black' | 'white'
  list: TabBarItem[]
}

/** A page's or component's json, with `usingComponents` already resolved to logical paths. */
export interface ComponentConfig extends WindowConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  componentGenerics?: Record<string, true | { default?: string }>
  componentPlaceholder?: Record<string, string>
  styleIsolation?: string
  addGlobalClass?: boolean
}

export interface ComponentEntry {
  /** Path inside the mini-program without extension, for example `pages/home/home`. */
  path: string
  config: ComponentConfig
  /** Class prefix that keeps an isolated component's WXSS to itself; absent for pages and shared components. */
  scope?: string
  css: string
  isPage: boolean
  /** Runs the script, which registers itself with Page() or Component(). */
  run: () => unknown
}

/** A template as the template compiler generates it. */
type CompiledTemplates = Record<string, unknown>

/** theme.json: what the names in app.json and the pages' own json stand for. */
export type ThemeNames = Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>

export interface Program {
  app: AppConfig
  themes?: ThemeNames
  appCss: string
  pages: string[]
  templates: CompiledTemplates
  components: ComponentEntry[]
  runApp: () => unknown
}

/** What the server tells the page: `window.sandboxHost`. */
export interface HostSettings {
  gatewayUrl: string
  deskUrl: string
  /** wx APIs whose type the privacy guide does not declare: WeChat disables them. */
  undeclaredApis: readonly string[]
  /** wx APIs that the privacy guide covers. */
  privateApis: readonly string[]
  /** What the citizen does with WeChat's privacy window: refuses (103, 104). Set it in the browser's console. */
  privacyErrno?: 103 | 104
}
