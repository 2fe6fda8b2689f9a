import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const VERSION = 'v1'
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Encryption at rest (AES-256-GCM) of tokens, profiles and answers. `place` names the row that holds the value and is
 * authenticated with it: a sealed value copied into another citizen's row does not open.
 */
export interface Sealer {
  seal(value: unknown, place: string): string
  /** Throws when the text was changed, belongs to another place, or was sealed with another key. */
  open(sealed: string, place: string): unknown
}

/** @param keyBase64 32 bytes, base64 (environment SEALING_KEY). Throws when it has another length. */
export function createSealer(keyBase64: string): Sealer {
  const key = Buffer.from(keyBase64, 'base64')
  if (key.length !== KEY_BYTES) throw new Error(`SEALING_KEY must be ${KEY_BYTES} bytes in base64`)
  return {
    seal(value, place) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()])
      return [VERSION, ...[iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.')
    },
    open(sealed, place) {
      const [version, iv, tag, body] = sealed.split('.')
      const authTag = Buffer.from(tag ?? '', 'base64url')
      if (version !== VERSION || !iv || body === undefined || authTag.length !== TAG_BYTES) {
        throw new Error('not a sealed value')
      }
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'))
      decipher.setAAD(Buffer.from(place)).setAuthTag(authTag)
      const text = Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString()
      return JSON.parse(text) as unknown
    },
  }
}
