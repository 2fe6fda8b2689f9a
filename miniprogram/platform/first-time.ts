import { isHome } from './routes'
import { readSetting, writeSetting } from './storage'

/** Home is what the mini-program was launched with, and nobody has asked yet. */
let opensOnHome = false

/** For the start of the app. @param path of the page that it opens with, e.g. pages/home/home */
export function noteLaunch(path: string): void {
  opensOnHome = isHome(path)
}

/**
 * Is this the first time that the mini-program opens on home on this phone? True once: a page that somebody was sent to
 * (a link, a shared guide, a notice of WeChat) comes first, and a phone that keeps nothing is never told twice.
 */
export function isFirstTime(): boolean {
  const asks = opensOnHome
  opensOnHome = false
  return asks && readSetting('guide.seen') !== true && writeSetting('guide.seen', true)
}
