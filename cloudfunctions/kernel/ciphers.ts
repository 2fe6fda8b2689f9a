import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto'

interface Encrypted {
  readonly tag: Buffer
  readonly body: Buffer
}

/** Authenticated encryption with one key. `context` is authenticated with the bytes, and not part of them. */
export interface Cipher {
  readonly ivBytes: number
  readonly tagBytes: number
  encrypt(plain: Buffer, context: Buffer, iv: Buffer): Encrypted
  /** Throws when anything differs from what was encrypted. */
  decrypt(encrypted: Encrypted, context: Buffer, iv: Buffer): Buffer
}

const GCM = 'aes-256-gcm'
const SM4 = 'sm4-cbc'
const SM4_KEY_BYTES = 16

/** A key of its own for each purpose: what one algorithm gives away tells nothing of another. */
const derived = (hash: 'sha256' | 'sm3', key: Buffer, purpose: string): Buffer =>
  createHmac(hash, key).update(purpose).digest()

const gcmWith = (key: Buffer): Cipher => ({
  ivBytes: 12,
  tagBytes: 16,
  encrypt(plain, context, iv) {
    const cipher = createCipheriv(GCM, key, iv).setAAD(context)
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return { tag: cipher.getAuthTag(), body }
  },
  decrypt({ tag, body }, context, iv) {
    const decipher = createDecipheriv(GCM, key, iv).setAAD(context).setAuthTag(tag)
    return Buffer.concat([decipher.update(body), decipher.final()])
  },
})

/** AES-256-GCM with the key itself: what the release before key ids wrote. */
export const aes256GcmBare = gcmWith

export const aes256Gcm = (key: Buffer): Cipher => gcmWith(derived('sha256', key, 'aes-256-gcm, 2'))

/** SM4-CBC (GB/T 32907), then HMAC-SM3 (GB/T 32905) over context, vector and ciphertext; two keys, nothing is decrypted unless the MAC is right. */
export function sm4CbcHmacSm3(key: Buffer): Cipher {
  const cipherKey = derived('sm3', key, 'sm4-cbc, 2').subarray(0, SM4_KEY_BYTES)
  const macKey = derived('sm3', key, 'hmac-sm3, 2')
  const mac = (context: Buffer, iv: Buffer, body: Buffer): Buffer => {
    // With its length before it, no byte of the context can be taken for one of the vector.
    const length = Buffer.alloc(4)
    length.writeUInt32BE(context.length)
    return createHmac('sm3', macKey).update(length).update(context).update(iv).update(body).digest()
  }
  return {
    ivBytes: 16,
    tagBytes: 32,
    encrypt(plain, context, iv) {
      const cipher = createCipheriv(SM4, cipherKey, iv)
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return { tag: mac(context, iv, body), body }
    },
    decrypt({ tag, body }, context, iv) {
      if (!timingSafeEqual(tag, mac(context, iv, body))) throw new Error('a sealed value was changed')
      const decipher = createDecipheriv(SM4, cipherKey, iv)
      return Buffer.concat([decipher.update(body), decipher.final()])
    },
  }
}
