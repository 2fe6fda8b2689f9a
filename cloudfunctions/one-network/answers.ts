import { classifyUnreadable } from './classify'

/**
 * The rows of a list answer. A list that is missing is not an empty list: it is an answer that cannot be read
 * (promise: an upstream failure is never shown as an empty list).
 */
export function rowsOf<T>(data: { readonly rows?: readonly T[] | null } | null | undefined): readonly NonNullable<T>[] {
  const rows: unknown = data?.rows
  if (!Array.isArray(rows)) throw classifyUnreadable('rows missing')
  return (rows as readonly (T | null)[]).filter((row): row is NonNullable<T> => typeof row === 'object' && row !== null)
}

/** A value that the answer must have. */
export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw classifyUnreadable(`${what} missing`)
  return value
}

/** The rounds of a supplement answer. A list that is missing is no empty one: it would say that nothing is wanted. */
export function roundsOf<T>(data: { readonly rounds?: readonly T[] | null } | null | undefined): readonly T[] {
  const rounds: unknown = data?.rounds
  if (!Array.isArray(rounds)) throw classifyUnreadable('rounds missing')
  return rounds as readonly T[]
}
