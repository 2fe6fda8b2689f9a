import { type BeijingDate, type BeijingTime } from '../../miniprogram/shared/domain/time'

/**
 * Readers of foreign values. The contract (chapter 2): an optional value may be null, "" or missing, all meaning the
 * same. They also take values of a wrong type, and never throw.
 */

/** A text, or undefined when there is none. A number is accepted as text: codes must not get lost. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** A whole number ≥ 0, or undefined. Decimal text counts. */
export function count(value: unknown): number | undefined {
  const n = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof n === 'number' && Number.isSafeInteger(n) && n >= 0 ? n : undefined
}

/** A flag: only "1" is yes. */
export const flag = (value: unknown): boolean => value === '1'

/** A list without its empty members; anything that is no list is an empty one. */
export function list<T>(value: readonly T[] | null | undefined): readonly NonNullable<T>[] {
  if (!Array.isArray(value)) return []
  return (value as readonly T[]).filter((item): item is NonNullable<T> => item !== null && item !== undefined)
}

/** Texts of a list of texts. */
export const texts = (value: readonly unknown[] | null | undefined): readonly string[] =>
  list(value).flatMap((item) => text(item) ?? [])

/** An object of whatever members, e.g. formData. */
export const record = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined

/** Comma-separated codes (fileTypes, subjectTypes, dependOptionIds). */
export function codes(value: unknown): readonly string[] {
  return (text(value) ?? '')
    .split(/[,，]/)
    .map((code) => code.trim())
    .filter((code) => code !== '')
}

/** `2026-11-02 10:42:18` (Beijing, without a zone) → `2026-11-02T10:42:18+08:00`. */
export function time(value: unknown): BeijingTime | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(text(value) ?? '')
  return found ? `${found[1]}T${found[2]}+08:00` : undefined
}

/** `2026-11-02`, or the day of a time. */
export function day(value: unknown): BeijingDate | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(text(value) ?? '')?.[0]
}

/** Drops the members that are undefined, so that an absent value is absent. */
export function compact<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
