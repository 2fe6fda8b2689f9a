/** Callbacks that every wx API takes. */
export interface Callbacks<T> {
  success?: (result: T) => void
  fail?: (error: { errMsg: string; errCode?: number }) => void
  complete?: (result: object) => void
}

/** WeChat's convention: callbacks when any is given, otherwise a promise. */
export function answer<T extends object>(
  api: string,
  options: Callbacks<T> | undefined,
  work: () => T | Promise<T>,
): Promise<T> {
  const running = Promise.resolve()
    .then(work)
    .then(
      (result) => {
        const full = { errMsg: `${api}:ok`, ...result }
        options?.success?.(full)
        options?.complete?.(full)
        return full
      },
      (error: unknown) => {
        const failure = toFailure(api, error)
        options?.fail?.(failure)
        options?.complete?.(failure)
        if (options?.fail !== undefined || options?.success !== undefined) return new Promise<T>(() => undefined)
        throw failure
      },
    )
  return running
}

/** An error that WeChat would report: an Error whose errMsg starts with the API's name. */
export class WxFailure extends Error {
  readonly errMsg: string

  constructor(
    api: string,
    text: string,
    readonly errCode = 0,
    readonly errno?: number,
  ) {
    super(`${api}:fail ${text}`)
    this.errMsg = this.message
  }
}

function toFailure(api: string, error: unknown): WxFailure {
  if (error instanceof WxFailure) return error
  return new WxFailure(api, error instanceof Error ? error.message : String(error))
}
