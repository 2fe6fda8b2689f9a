/** Facts that every stand-in tells about its phone and its program. */
export const device = {
  brand: 'sandbox',
  model: 'sandbox',
  system: 'sandbox',
  platform: 'devtools',
  benchmarkLevel: -1,
} as const

/** `SDKVersion`: the base library that the stand-ins pretend to be, the newest that the sources rely on. */
export const appBase = {
  SDKVersion: '3.8.0',
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
  fontSizeSetting: 16,
} as const

/** What a tourist's copy in the developer tools is. */
export const TOURIST = { appId: 'touristappid', envVersion: 'develop', version: '' } as const

interface Size {
  width: number
  height: number
}

/** The answer of wx.getWindowInfo. Sizes in CSS pixels: the room of a page, and the whole screen. */
export function windowInfo(page: Size, screen: Size, pixelRatio: number): object {
  return {
    windowWidth: page.width,
    windowHeight: page.height,
    screenWidth: screen.width,
    screenHeight: screen.height,
    screenTop: 0,
    pixelRatio,
    statusBarHeight: 0,
    safeArea: { left: 0, top: 0, right: screen.width, bottom: screen.height, ...screen },
  }
}
