/**
 * What @tarojs/components imports as `@tarojs/taro`: the built-in elements call a few wx APIs (navigator, web-view),
 * which must be the host's own and not Taro's router.
 */
import { type WxObject } from './globals'

const noEvents = { on: () => {}, off: () => {}, once: () => {}, trigger: () => {} }

const known: Record<string, unknown> = {
  eventCenter: noEvents,
  getCurrentInstance: () => ({ app: null, router: null, page: null }),
  Current: {},
  getEnv: () => 'WEB',
  ENV_TYPE: { WEB: 'WEB' },
}

const taro: WxObject = new Proxy(known, {
  get: (target, name): unknown =>
    typeof name === 'string' && !(name in target) ? globalThis.wx[name] : Reflect.get(target, name),
})

export default taro
export const eventCenter = noEvents
export const initTabBarApis = (): void => {}
