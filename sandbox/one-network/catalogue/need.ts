/** Throws when the files of a matter do not fit together: an id or a name is missing. */
export function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the files of a matter disagree: ${what}`)
  return value
}
