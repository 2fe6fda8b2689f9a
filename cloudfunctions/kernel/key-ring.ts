import { createHmac } from 'node:crypto'

const KEY_BYTES = 32
const ID = /^[a-z0-9][a-z0-9-]{0,23}$/

/**
 * The id of SEALING_KEY, the only key of the release before key ids. While it is the first of the ring everything is written
 * as that release reads it.
 */
export const FIRST_KEY = 'first'

export interface SealingKey {
  /** In every text that it seals; begins with the day it was made, YYYYMMDD, when `npm run keys` made it. */
  readonly id: string
  readonly bytes: Buffer
}

/** The first seals, all of them open. */
export type KeyRing = readonly [SealingKey, ...SealingKey[]]

/** 32 bytes in base64; undefined otherwise. */
export function keyBytes(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64')
  return bytes.length === KEY_BYTES ? bytes : undefined
}

/** Reads SEALING_KEYS, `<id>:<32 bytes in base64>,…`; undefined when it is not that, or an id is there twice. */
export function parseKeys(text: string): KeyRing | undefined {
  const keys = text.split(',').flatMap((entry): SealingKey[] => {
    const [, id = '', key = ''] = /^([^:]+):(.+)$/.exec(entry.trim()) ?? []
    const bytes = keyBytes(key)
    return bytes && ID.test(id) ? [{ id, bytes }] : []
  })
  const isWhole = keys.length === text.split(',').length && new Set(keys.map(({ id }) => id)).size === keys.length
  const [first, ...others] = keys
  return isWhole && first ? [first, ...others] : undefined
}

/**
 * The key of what is compared and never read (kernel/keyed-hash.ts), as long as HASH_KEY is not set. Of its own purpose: what
 * is hashed tells nothing of the key that seals.
 */
export const hashKeyOf = ({ bytes }: SealingKey): Buffer => createHmac('sha256', bytes).update('keyed hash, 1').digest()

/** When a key was made, ms since the epoch, by its id; undefined when that does not say. */
export function madeAt(keyId: string): number | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:-|$)/.exec(keyId) ?? []
  const at = Date.parse(`${year ?? ''}-${month ?? ''}-${day ?? ''}T00:00:00Z`)
  return Number.isNaN(at) ? undefined : at
}
