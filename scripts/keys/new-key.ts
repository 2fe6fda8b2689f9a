import { randomBytes } from 'node:crypto'
import { FIRST_KEY, hashKeyOf, keyBytes } from '../../cloudfunctions/kernel/key-ring'

const secret = (): string => randomBytes(32).toString('base64')

/** A key for SEALING_KEYS, `<day it was made>-<something of its own>:<32 bytes>`. */
export const newKey = (now: Date): string =>
  `${now.toISOString().slice(0, 10).replaceAll('-', '')}-${randomBytes(2).toString('hex')}:${secret()}`

/** What `npm run keys -- new` prints: the key, and where it is entered. */
export function newKeyLines(now: Date): readonly string[] {
  const key = newKey(now)
  return [
    'A new environment (all four functions):',
    `  SEALING_KEYS=${key}`,
    `  HASH_KEY=${secret()}`,
    '',
    'Rotation (docs/deployment.md, "Keys"; leave HASH_KEY as it is):',
    `  1. at all four functions  SEALING_KEYS=<what is there now>,${key}`,
    `  2. then, at all four      SEALING_KEYS=${key},<what was there before step 1>`,
    '  3. when the log of scheduler says "code":"KEYS_UNUSED": take out the keys that it names as unused.',
    'Put it into the safe now. It is written down nowhere else.',
  ]
}

/** HASH_KEY of an environment that had SEALING_KEY alone: what was hashed stays known. Throws for what is no key. */
export function hashKeyFor(sealingKey: string): string {
  const bytes = keyBytes(sealingKey.trim())
  if (!bytes) throw new Error('that is not 32 bytes in base64')
  return hashKeyOf({ id: FIRST_KEY, bytes }).toString('base64')
}
