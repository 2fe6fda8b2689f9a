/** What WeChat says of a call that failed: most of its failures are no Error, they only have a text. */
export function errorText(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg)
  return error instanceof Error ? error.message : String(error)
}

/** The citizen closed a window of WeChat's without choosing: reported as a failure, but none. */
export const wasCancelled = (error: unknown): boolean => /cancel/i.test(errorText(error))
