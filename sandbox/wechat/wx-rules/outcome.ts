/** What every asynchronous wx API takes besides its own options. */
export interface Options {
  success?: (result: never) => void
  fail?: (failure: never) => void
  complete?: (outcome: never) => void
}

/** What `fail` gets, and what a promise is rejected with. */
export interface Failure {
  errMsg: string
  errno?: number
  errCode?: number
}

type Told<T> = T & { errMsg: string }
type Callbacks = Partial<Record<'success' | 'fail' | 'complete', (value: unknown) => void>>

/** Why an interface did not run, where WeChat adds a number to its words. */
export class Refusal extends Error {
  constructor(
    reason: string,
    readonly numbers: Omit<Failure, 'errMsg'> = {},
  ) {
    super(reason)
  }
}

function reasonOf(cause: unknown): string {
  if (cause instanceof Error) return cause.message
  if (typeof cause === 'object' && cause !== null && 'errMsg' in cause) return String(cause.errMsg)
  return String(cause)
}

/** The failure that WeChat's `fail` gets: `name:fail reason`. */
function toFailure(name: string, cause: unknown): Failure {
  const reason = reasonOf(cause)
  const errMsg = reason.startsWith(`${name}:`) ? reason : `${name}:fail ${reason}`
  return cause instanceof Refusal ? { errMsg, ...cause.numbers } : { errMsg }
}

/** WeChat rejects with a plain object; an Error with the same members also carries a stack for the developer. */
export function failureError(name: string, cause: unknown): Error & Failure {
  const failure = toFailure(name, cause)
  return Object.assign(new Error(failure.errMsg), failure)
}

/** Tells the callbacks how it ended: exactly one of success and fail, then complete, never before the caller goes on. */
function tell<T extends object>(
  name: string,
  options: Options | undefined,
  ending: Promise<T>,
): Promise<Told<T>> | undefined {
  const { success, fail, complete } = (options ?? {}) as Callbacks
  const told = ending.then((result) => ({ ...result, errMsg: `${name}:ok` }))
  if (!(success ?? fail ?? complete)) {
    return told.catch((cause: unknown) => {
      throw failureError(name, cause)
    })
  }
  void told.then(
    (result) => {
      success?.(result)
      complete?.(result)
    },
    (cause: unknown) => {
      const failure = toFailure(name, cause)
      fail?.(failure)
      complete?.(failure)
    },
  )
  return undefined
}

/**
 * Runs a wx API the way WeChat does: with callbacks it returns nothing and calls them; without any it returns a promise
 * (developers.weixin.qq.com/miniprogram/dev/framework/app-service/api.html). The work begins before this returns, so a
 * page that was opened is on the stack at once.
 */
export function settle<T extends object>(
  name: string,
  options: Options | undefined,
  work: () => T | Promise<T>,
): Promise<Told<T>> | undefined {
  let ending: Promise<T>
  try {
    ending = Promise.resolve(work())
  } catch (cause) {
    ending = Promise.reject(cause instanceof Error ? cause : new Error(reasonOf(cause)))
  }
  return tell(name, options, ending)
}

/** The same for an interface that never answers with a promise: the file system's functions, and those that return a task. */
export function settleQuietly<T extends object>(name: string, options: Options, work: () => T | Promise<T>): void {
  void settle(name, { ...options, complete: options.complete ?? (() => undefined) }, work)
}
