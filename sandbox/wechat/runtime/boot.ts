import './ghost-click'
import './mouse'
import { HostBackend } from './backend'
import { registerBuiltins } from './builtins'
import { createCodeBase } from './code-space'
import { type AppInstance } from './globals'
import { followBack, launchOptions, rememberRoute } from './launch'
import { showErrorOverlay } from './live-reload'
import { patchNativeNodes } from './native-nodes'
import { drawNavigationBar } from './navigation-bar'
import { type Page, PageStack } from './page-stack'
import { type Program } from './program'
import { Router } from './router'
import { pageSize } from './screen'
import { StyleSheets } from './style-sheets'
import { TabBar } from './tab-bar'
import { themed, themeOf, watchBrowserTheme } from './theme'
import { formatQuery } from './url'
import { createWx } from './wx/index'
import { loadKeptFiles } from './wx/kept-files'
import { installWxsGlobals } from './wxs-globals'

function launchApp(runApp: () => void): AppInstance {
  let app: AppInstance = {}
  globalThis.App = (definition) => {
    app = Object.assign(definition, { globalData: definition.globalData ?? {} })
  }
  globalThis.getApp = () => app
  runApp()
  return app
}

/** Starts a built mini-program in this page. Called once, by the generated entry. */
export async function boot(program: Program): Promise<void> {
  // Whoever looks before the program runs sees no page yet.
  globalThis.getCurrentPages = () => []
  await loadKeptFiles()
  try {
    start(program)
  } catch (cause) {
    showErrorOverlay(
      '启动失败 · The program does not start',
      cause instanceof Error ? (cause.stack ?? '') : String(cause),
    )
    throw cause
  }
}

function start(program: Program): void {
  registerBuiltins()
  patchNativeNodes()
  installWxsGlobals()
  const styles = new StyleSheets(program)
  const code = createCodeBase(program)
  const backend = code.env.associateBackend(new HostBackend(pageSize))
  const stack = new PageStack(program, code.codeSpace, backend, (page) => showPage(page))
  const router = new Router(stack, program.app.tabBar?.list ?? [])
  const tabBar = new TabBar(
    () => themed(program.app.tabBar, program),
    (item, index) => router.tapTab(item, index),
  )
  const home = program.pages[0] ?? ''
  const drawBar = (page: Page): void =>
    drawNavigationBar(
      themed(page.window, program),
      { canGoBack: stack.depth > 1, isHome: page.route === home || router.isTab(page.route) },
      {
        back: () => void router.navigateBack({ fail: () => {} }),
        home: () => void router.reLaunch({ url: `/${home}` }),
      },
    )
  function showPage(page: Page): void {
    styles.showPage(page.route)
    drawBar(page)
    tabBar.showFor(page.route)
    rememberRoute(page.route, page.query)
  }

  const launch = launchOptions(program.pages, globalThis.sandboxHost.gatewayUrl)
  globalThis.getCurrentPages = () => stack.instances()
  globalThis.wx = createWx({
    stack,
    router,
    tabBar,
    launch,
    redrawNavigationBar: drawBar,
    theme: () => themeOf(program),
  })
  watchBrowserTheme(() => {
    if (stack.top) drawBar(stack.top)
    tabBar.draw()
  })
  const app = launchApp(code.runApp)
  app.onLaunch?.(launch)
  app.onShow?.(launch)
  code.register()
  followBack(() => {
    // On the first page there is nothing to go back to: it stays, and so does its address.
    if (stack.depth > 1) void router.navigateBack({ fail: () => {} })
    else if (stack.top) rememberRoute(stack.top.route, stack.top.query)
  })
  void router.reLaunch({ url: `/${launch.path}${formatQuery(launch.query)}` })
}
