import { createHash, createHmac, type Hash } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { type SignMethod } from '../kernel/config'

const ALGORITHM: Readonly<Record<SignMethod, string>> = { 'HMAC-SM3': 'sm3', 'HMAC-SHA256': 'sha256' }

/** A running digest of the method's algorithm, for bytes that stream by. */
export const createDigest = (method: SignMethod): Hash => createHash(ALGORITHM[method])

/** Lower-case hex digest of the exact bytes that are sent (JSON) or of the file part (multipart). */
export const digestOf = (method: SignMethod, bytes: Buffer): string => createDigest(method).update(bytes).digest('hex')

export interface SignedParts {
  readonly path: string
  /** ms since the epoch, decimal. */
  readonly timestamp: string
  readonly nonce: string
  readonly bodyDigest: string
  /** '' when the function takes no token. */
  readonly userToken: string
}

/** X-Signature (contract chapter 3): hex HMAC over METHOD, PATH, timestamp, nonce, digest, token, joined by newlines. */
export function sign(method: SignMethod, appSecret: string, parts: SignedParts): string {
  const { path, timestamp, nonce, bodyDigest, userToken } = parts
  const text = ['POST', path, timestamp, nonce, bodyDigest, userToken].join('\n')
  return createHmac(ALGORITHM[method], appSecret).update(text).digest('hex')
}

/** A password as function 17 takes it: SM2, C1C3C2, lower-case hex with the 04 of the uncompressed point in front. */
export function encryptPassword(password: string, publicKey: string): string {
  // The library leaves the 04 out, the contract wants it.
  return `04${sm2.doEncrypt(password, publicKey, 1).toLowerCase()}`
}
