import { randomBytes } from 'node:crypto'
import { aes256Gcm, aes256GcmBare, type Cipher, sm4CbcHmacSm3 } from './ciphers'
import { FIRST_KEY, type KeyRing, type SealingKey } from './key-ring'

/** By what SEALING_ALGORITHM calls them: how a sealed text names it. A name never changes its meaning. */
const NAMES = { 'aes-256-gcm': 'gcm', 'sm4-cbc-hmac-sm3': 'sm4' } as const
export type SealingAlgorithm = keyof typeof NAMES

/** What the release before key ids wrote: `v1.<iv>.<tag>.<body>`. Today's is `v2.<algorithm>.<key id>.<iv>.<tag>.<body>`. */
const FORM_1 = 'v1'

/**
 * Encryption at rest of tokens, profiles, answers and file names. `place` names the member of the row that holds the value
 * and is authenticated with it: a sealed value copied to another place does not open.
 */
export interface Sealer {
  /** What texts begin with that are sealed today: version, algorithm, key id. */
  readonly form: string
  /** Ids of the keys, that of the one that seals first. */
  readonly keyIds: readonly string[]
  /** false while the release before must be able to read what is written: it knows neither key ids nor sealed names. */
  readonly sealsNames: boolean
  seal(value: unknown, place: string): string
  /** Throws when the text was changed, belongs to another place, or was sealed with a key that is not here. */
  open(sealed: string, place: string): unknown
  /** Was it sealed as today's texts are? */
  isCurrent(sealed: string): boolean
}

const formOf = (algorithm: SealingAlgorithm, { id }: SealingKey): string =>
  id === FIRST_KEY ? FORM_1 : `v2.${NAMES[algorithm]}.${id}`

/** All forms of texts that a key opens. */
const ciphersOf = (key: SealingKey): readonly (readonly [string, Cipher])[] =>
  key.id === FIRST_KEY
    ? [[FORM_1, aes256GcmBare(key.bytes)]]
    : [
        [formOf('aes-256-gcm', key), aes256Gcm(key.bytes)],
        [formOf('sm4-cbc-hmac-sm3', key), sm4CbcHmacSm3(key.bytes)],
      ]

const notSealed = () => new Error('not a sealed value of the keys that are here')

/** One way to write bytes, and no other: texts that differ do not open alike. */
function decoded(part: string, length?: number): Buffer {
  const bytes = Buffer.from(part, 'base64url')
  if (bytes.toString('base64url') !== part || (length !== undefined && bytes.length !== length)) throw notSealed()
  return bytes
}

/** Seals with the first key of the ring; opens what any of them sealed, with any algorithm. */
export function createSealer(keys: KeyRing, algorithm: SealingAlgorithm): Sealer {
  const ciphers = new Map(keys.flatMap(ciphersOf))
  const form = formOf(algorithm, keys[0])
  const cipherOf = (name: string): Cipher => {
    const cipher = ciphers.get(name)
    if (!cipher) throw notSealed()
    return cipher
  }
  const contextOf = (name: string, place: string): Buffer => Buffer.from(name === FORM_1 ? place : `${name}\n${place}`)
  return {
    form,
    keyIds: keys.map(({ id }) => id),
    sealsNames: form !== FORM_1,
    isCurrent: (sealed) => sealed.startsWith(`${form}.`),
    seal(value, place) {
      const cipher = cipherOf(form)
      const iv = randomBytes(cipher.ivBytes)
      const { tag, body } = cipher.encrypt(Buffer.from(JSON.stringify(value)), contextOf(form, place), iv)
      return [form, ...[iv, tag, body].map((part) => part.toString('base64url'))].join('.')
    },
    open(sealed, place) {
      const parts = sealed.split('.')
      const [iv = '', tag = '', body = ''] = parts.splice(-3)
      const name = parts.join('.')
      const cipher = cipherOf(name)
      const encrypted = { tag: decoded(tag, cipher.tagBytes), body: decoded(body) }
      const plain = cipher.decrypt(encrypted, contextOf(name, place), decoded(iv, cipher.ivBytes))
      return JSON.parse(plain.toString()) as unknown
    },
  }
}
