import { randomBytes } from 'node:crypto'

/** App id of the sandbox's mini-program. */
export const SANDBOX_APP_ID = 'wx5a4db0c500000000'

/** Who caused an invocation, as WeChat Cloud puts it into the function's environment. */
export interface Caller {
  readonly openid?: string
  /** Where the call came from, e.g. wx_client; every hop through a function adds ",scf". */
  readonly source: string
}

export const CLIENT = (openid: string): Caller => ({ openid, source: 'wx_client' })
/** Unverified on the real platform: the exact names of these sources. */
export const HTTP_ACCESS: Caller = { source: 'wx_http' }
export const TIMER: Caller = { source: 'wx_trigger' }
/** A developer's test in the cloud's console: for nobody. */
export const CONSOLE: Caller = { source: 'wx_devtools' }

/** The same citizen, one function further. */
export const nested = (caller: Caller): Caller => ({ ...caller, source: `${caller.source},scf` })

/** Environment variables from which wx-server-sdk's getWXContext() reads. */
export function contextEnvironment(caller: Caller, apiToken: string): Record<string, string> {
  const context: Record<string, string> = { WX_APPID: SANDBOX_APP_ID, WX_API_TOKEN: apiToken }
  if (caller.openid) context.WX_OPENID = caller.openid
  return { ...context, WX_CONTEXT_KEYS: Object.keys(context).join(','), TCB_SOURCE: caller.source }
}

export const newApiToken = (): string => randomBytes(16).toString('hex')
