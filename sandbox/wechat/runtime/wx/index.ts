import { type WxObject } from '../globals'
import { type LaunchOptions } from '../launch'
import { type Theme } from '../theme'
import { canvas } from './canvas'
import { files } from './files'
import { media } from './media'
import { network } from './network'
import { phoneFunctions } from './phone-functions'
import { PROVIDED } from './provided'
import { storage } from './storage'
import { system } from './system'
import { ui, type UiHost } from './ui'

export interface WxHost extends UiHost {
  launch: LaunchOptions
  theme: () => Theme
}

const INSPECTION = new Set<string>(['then', 'toJSON', 'constructor', '$$typeof', 'nodeType', 'tagName'])

/** A wx object that throws for what it lacks, so that a gap is seen where it is and not three calls later. */
function strictWx(apis: Readonly<Record<string, unknown>>): WxObject {
  for (const name of PROVIDED) {
    if (!(name in apis)) throw new Error(`wx.${name} is listed in provided.ts but has no implementation`)
  }
  const extra = Object.keys(apis).filter((name) => !(PROVIDED as readonly string[]).includes(name))
  if (extra.length > 0) throw new Error(`wx.${extra.join(', wx.')} has an implementation but is not in provided.ts`)
  return new Proxy(apis, {
    get: (target, name) => {
      if (typeof name !== 'string' || name in target || INSPECTION.has(name))
        return Reflect.get(target, name) as unknown
      throw new Error(`wx.${name} is not provided by the browser host`)
    },
  })
}

/** Everything that a program finds under `wx`. */
export function createWx(host: WxHost): WxObject {
  const { navigateTo, navigateBack, redirectTo, switchTab, reLaunch } = host.router
  return strictWx({
    navigateTo,
    navigateBack,
    redirectTo,
    switchTab,
    reLaunch,
    ...storage,
    ...media,
    ...files,
    ...network,
    ...canvas,
    ...phoneFunctions,
    ...system(host.launch, host.theme),
    ...ui(host),
  })
}
