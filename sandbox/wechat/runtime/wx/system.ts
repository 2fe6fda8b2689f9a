import { type LaunchOptions } from '../launch'
import { pageSize } from '../screen'
import { Listeners } from './listeners'
import { type Options, settle } from './outcome'
import { updateManager } from './update-manager'

/** Base library that the host pretends to be; the newest that the sources rely on. */
const BASE_LIBRARY = '3.8.0'

const device = { brand: 'browser', model: 'browser', system: 'browser', platform: 'devtools', benchmarkLevel: -1 }
const base = { SDKVersion: BASE_LIBRARY, version: '8.0.50', language: 'zh_CN', theme: 'light', fontSizeSetting: 16 }

function windowInfo(): object {
  const { width, height } = pageSize()
  const { innerWidth, innerHeight } = window
  return {
    windowWidth: width,
    windowHeight: height,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    screenTop: 0,
    pixelRatio: devicePixelRatio,
    statusBarHeight: 0,
    safeArea: { left: 0, top: 0, right: innerWidth, bottom: innerHeight, width: innerWidth, height: innerHeight },
  }
}

/** The capsule at the top right, which the host does not draw. */
const menuButton = (): object => {
  const right = window.innerWidth - 7
  return { top: 6, left: right - 87, right, bottom: 38, width: 87, height: 32 }
}

const systemInfo = (): object => ({ ...windowInfo(), ...device, ...base })

/** Facts about the phone and the program, and the program's own events. */
export function system(launch: LaunchOptions): Record<string, unknown> {
  const [appShow, appHide, error, rejection, theme, resize, menu] = Array.from(
    { length: 7 },
    () => new Listeners(),
  ) as [Listeners, Listeners, Listeners, Listeners, Listeners, Listeners, Listeners]
  document.addEventListener('visibilitychange', () => {
    const app = globalThis.getApp()
    if (document.hidden) {
      app.onHide?.()
      appHide.emit({})
    } else {
      app.onShow?.(launch)
      appShow.emit(launch)
    }
  })
  window.addEventListener('error', ({ message }) => {
    globalThis.getApp().onError?.(message)
    error.emit({ message })
  })
  window.addEventListener('unhandledrejection', (event) => rejection.emit({ reason: event.reason as unknown }))
  window.addEventListener('resize', () => resize.emit({ size: windowInfo() }))
  return {
    getWindowInfo: windowInfo,
    getSystemInfoSync: systemInfo,
    getSystemInfo: (options?: Options) => settle('getSystemInfo', options, systemInfo),
    getDeviceInfo: () => ({ ...device }),
    getAppBaseInfo: () => ({ ...base }),
    getSystemSetting: () => ({ deviceOrientation: 'portrait', locationEnabled: true, wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({ notificationAuthorized: 'authorized', albumAuthorized: 'authorized' }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: menuButton,
    onMenuButtonBoundingClientRectWeightChange: menu.on,
    offMenuButtonBoundingClientRectWeightChange: menu.off,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    canIUse: (name: string) => (name.split('.')[0] ?? '') in globalThis.wx,
    // Taro's tags draw themselves in the next frame; WeChat's are there when its next tick comes.
    nextTick: (callback: () => void) => void requestAnimationFrame(() => setTimeout(callback)),
    onAppShow: appShow.on,
    offAppShow: appShow.off,
    onAppHide: appHide.on,
    offAppHide: appHide.off,
    onError: error.on,
    offError: error.off,
    onUnhandledRejection: rejection.on,
    offUnhandledRejection: rejection.off,
    onThemeChange: theme.on,
    offThemeChange: theme.off,
    onWindowResize: resize.on,
    offWindowResize: resize.off,
    getUpdateManager: updateManager(),
    getLogManager: () => console,
    getRealtimeLogManager: () => ({ ...console, setFilterMsg: () => {}, addFilterMsg: () => {} }),
    reportEvent: () => {},
  }
}
