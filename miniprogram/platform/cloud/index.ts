import { readSetting, writeSetting } from '../storage'
import type { CloudPort } from './port'
import type * as Sandbox from './sandbox'
import { wechatPort } from './wechat'

export { CloudFailure, type CloudPort, type Transfer } from './port'

/** Loaded only when it is there: upload builds leave sandbox.ts out, so a static import would break them. */
declare const require: (path: './sandbox') => typeof Sandbox

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/
const CITIZEN = /^[a-z0-9-]{1,32}$/
const DEFAULT_CITIZEN = 'citizen-1'

let current: CloudPort | undefined

/** The door to the cloud, chosen once per launch. */
export function cloudPort(): CloudPort {
  current ??= choosePort()
  return current
}

/**
 * Keeps the sandbox's address when the launch names one (`sandbox`, `citizen`), so that later launches without the
 * query still reach it. Addresses that are not on this machine are ignored.
 */
export function rememberSandbox(query: Readonly<Record<string, string | undefined>>): void {
  if (!mayUseSandbox()) return
  const gateway = decodeURIComponent(query['sandbox'] ?? '')
  if (LOOPBACK.test(gateway)) writeSetting('sandbox.gateway', gateway)
  const citizen = query['citizen'] ?? ''
  if (CITIZEN.test(citizen)) writeSetting('sandbox.citizen', citizen)
  current = undefined
}

function choosePort(): CloudPort {
  const gateway = readSetting('sandbox.gateway')
  if (gateway !== undefined && LOOPBACK.test(gateway) && mayUseSandbox()) {
    try {
      const { sandboxPort } = require('./sandbox')
      return sandboxPort({ gateway, citizen: readSetting('sandbox.citizen') ?? DEFAULT_CITIZEN })
    } catch {
      // An upload build has no sandbox.ts: WeChat Cloud it is.
    }
  }
  return wechatPort()
}

/** Only a tourist's or a developer's copy may talk to the sandbox; a trial or released version never does. */
function mayUseSandbox(): boolean {
  const { appId, envVersion } = wx.getAccountInfoSync().miniProgram
  return appId === 'touristappid' || envVersion === 'develop'
}
