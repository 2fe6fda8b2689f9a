/** What every asynchronous wx API takes besides its own options. */
export interface Options {
  success?: (result: never) => void
  fail?: (failure: never) => void
  complete?: (outcome: never) => void
}

export interface Failure {
  errMsg: string
  errno?: number
}

type Callback = ((value: unknown) => void) | undefined

/** Why WeChat does not let an interface run; the number is its errno. */
class PrivacyRefusal extends Error {
  constructor(
    readonly errno: number,
    reason: string,
  ) {
    super(reason)
  }
}

/** WeChat asks its privacy guide, and through it the citizen, before it runs an interface. */
function checkPrivacy(name: string): void {
  const { privateApis, undeclaredApis, privacyErrno } = globalThis.sandboxHost
  if (undeclaredApis.includes(name)) {
    throw new PrivacyRefusal(112, 'api scope is not declared in the privacy agreement')
  }
  if (privacyErrno === undefined || !privateApis.includes(name)) return
  throw new PrivacyRefusal(privacyErrno, privacyErrno === 103 ? 'auth deny' : 'privacy permission is not authorized')
}

function messageOf(cause: unknown): string {
  if (cause instanceof Error) return cause.message
  if (typeof cause === 'object' && cause !== null && 'errMsg' in cause) return String(cause.errMsg)
  return String(cause)
}

/** The failure that WeChat's `fail` gets: `name:fail reason`. */
export function toFailure(name: string, cause: unknown): Failure {
  const reason = messageOf(cause)
  const errMsg = reason.startsWith(`${name}:`) ? reason : `${name}:fail ${reason}`
  return cause instanceof PrivacyRefusal ? { errMsg, errno: cause.errno } : { errMsg }
}

/**
 * Runs a wx API the way WeChat does: with callbacks it returns nothing and calls them; without any it returns a
 * promise. Work that is synchronous settles before this returns, so a page that was opened is on the stack at once.
 */
export function settle<T extends object>(
  name: string,
  options: Options | undefined,
  work: () => T | Promise<T>,
): Promise<T & { errMsg: string }> | undefined {
  const { success, fail, complete } = (options ?? {}) as Record<'success' | 'fail' | 'complete', Callback>
  const hasCallbacks = Boolean(success ?? fail ?? complete)
  const resolve = (value: T): T & { errMsg: string } => {
    const result = { ...value, errMsg: `${name}:ok` }
    success?.(result)
    complete?.(result)
    return result
  }
  const refuse = (cause: unknown): Failure => {
    const failure = toFailure(name, cause)
    fail?.(failure)
    complete?.(failure)
    return failure
  }
  let started: T | Promise<T>
  try {
    checkPrivacy(name)
    started = work()
  } catch (cause) {
    const failure = refuse(cause)
    return hasCallbacks ? undefined : Promise.reject(failureError(failure))
  }
  if (!(started instanceof Promise)) {
    const result = resolve(started)
    return hasCallbacks ? undefined : Promise.resolve(result)
  }
  const settled = started.then(resolve, (cause: unknown) => {
    throw failureError(refuse(cause))
  })
  if (!hasCallbacks) return settled
  settled.catch(() => {})
  return undefined
}

/** WeChat rejects with a plain object; an Error with the same members also carries a stack for the developer. */
function failureError(failure: Failure): Error & Failure {
  return Object.assign(new Error(failure.errMsg), failure)
}
