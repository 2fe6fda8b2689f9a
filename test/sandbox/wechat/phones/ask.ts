import type { Answer } from './phone-case'

/** The two ways to call an asynchronous interface: developers.weixin.qq.com/miniprogram/dev/framework/app-service/api.html */
export const STYLES = ['promise', 'callbacks'] as const
export type Style = (typeof STYLES)[number]

/** The file system's functions, tasks and the like never answer with a promise. */
export type Interface = (options: object) => unknown

function success(api: string, result: unknown): Answer {
  if (typeof result !== 'object' || result === null) return { broken: `${api} answered ${String(result)}` }
  const { errMsg, ...rest } = result as Record<string, unknown>
  return errMsg === `${api}:ok` ? { ok: rest } : { broken: `errMsg ${String(errMsg)} on success` }
}

function failure(api: string, error: unknown): Answer {
  const { errMsg, errno, errCode } = (error ?? {}) as Record<string, unknown>
  const start = `${api}:fail `
  if (typeof errMsg !== 'string' || !errMsg.startsWith(start)) return { broken: `errMsg ${String(errMsg)} on failure` }
  return {
    fail: errMsg.slice(start.length),
    ...(errno === undefined ? {} : { errno }),
    ...(errCode === undefined ? {} : { errCode }),
  }
}

async function byPromise(api: string, call: Interface, options: object): Promise<Answer> {
  const returned = call(options)
  if (!(returned instanceof Promise)) return { broken: `without callbacks it returned ${typeof returned}` }
  return returned.then(
    (result: unknown) => success(api, result),
    (error: unknown) => failure(api, error),
  )
}

/**
 * Calls with success, fail and complete: exactly one of the first two is heard, then complete with the same, after the
 * call has returned.
 * @param returns what the call may return
 */
export function byCallbacks(
  api: string,
  call: Interface,
  options: object,
  returns: 'nothing' | 'task' = 'nothing',
): Promise<Answer> {
  return new Promise((resolve) => {
    const heard: { name: string; value: unknown }[] = []
    let hasReturned = false
    const listen = (name: string) => (value: unknown) => {
      heard.push({ name, value })
      if (!hasReturned) resolve({ broken: `${name} was called before the call returned` })
      if (name !== 'complete') return
      const [first, last] = heard
      if (heard.length !== 2 || last?.value !== first?.value) {
        resolve({ broken: `heard ${heard.map((one) => one.name).join(', ')}` })
      } else resolve(first?.name === 'success' ? success(api, value) : failure(api, value))
    }
    const returned = call({
      ...options,
      success: listen('success'),
      fail: listen('fail'),
      complete: listen('complete'),
    })
    hasReturned = true
    const isFine = returns === 'nothing' ? returned === undefined : typeof returned === 'object'
    if (!isFine) resolve({ broken: `with callbacks it returned ${typeof returned}` })
  })
}

/** Calls an interface of wx in one style. */
export function ask(wx: object, style: Style, api: string, options: object = {}): Promise<Answer> {
  const call = Reflect.get(wx, api) as Interface
  return style === 'promise' ? byPromise(api, call, options) : byCallbacks(api, call, options)
}
