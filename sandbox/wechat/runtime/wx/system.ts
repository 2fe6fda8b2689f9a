import { appBase, device, TOURIST, windowInfo } from '../../wx-rules/device'
import { type LaunchOptions } from '../launch'
import { pageSize } from '../screen'
import { type Theme, watchBrowserTheme } from '../theme'
import { Listeners } from './listeners'
import { type Options, settle } from './outcome'
import { updateManager } from './update-manager'

const currentWindow = (): object =>
  windowInfo(pageSize(), { width: window.innerWidth, height: window.innerHeight }, devicePixelRatio)

/** The capsule at the top right, which the host does not draw. */
const menuButton = (): object => {
  const right = window.innerWidth - 7
  return { top: 6, left: right - 87, right, bottom: 38, width: 87, height: 32 }
}

/** Facts about the phone and the program, and the program's own events. */
export function system(launch: LaunchOptions, currentTheme: () => Theme): Record<string, unknown> {
  const base = (): object => ({ ...appBase, theme: currentTheme() })
  const systemInfo = (): object => ({ ...currentWindow(), ...device, ...base() })
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
  let told = currentTheme()
  watchBrowserTheme(() => {
    if (currentTheme() === told) return
    told = currentTheme()
    theme.emit({ theme: told })
  })
  window.addEventListener('error', ({ message }) => {
    globalThis.getApp().onError?.(message)
    error.emit({ message })
  })
  window.addEventListener('unhandledrejection', (event) => rejection.emit({ reason: event.reason as unknown }))
  window.addEventListener('resize', () => resize.emit({ size: currentWindow() }))
  return {
    getWindowInfo: currentWindow,
    getSystemInfoSync: systemInfo,
    getSystemInfo: (options?: Options) => settle('getSystemInfo', options, systemInfo),
    getDeviceInfo: () => ({ ...device }),
    getAppBaseInfo: base,
    getSystemSetting: () => ({ deviceOrientation: 'portrait', locationEnabled: true, wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({ notificationAuthorized: 'authorized', albumAuthorized: 'authorized' }),
    getAccountInfoSync: () => ({ miniProgram: { ...TOURIST } }),
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
