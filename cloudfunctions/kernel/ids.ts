import { createHash, randomBytes } from 'node:crypto'

/** An unguessable, non-sequential id: 128 bits, 32 hex digits. Also fits the provider's RequestNo (8–64 of [A-Za-z0-9_-]). */
export const randomId = (): string => randomBytes(16).toString('hex')

/** A stable key of its parts (40 hex digits): equal parts give equal keys, and the parts cannot be read back. */
export const keyOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)
