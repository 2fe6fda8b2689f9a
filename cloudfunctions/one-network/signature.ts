import { createHash, createHmac, type Hash } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { type Config, type SignMethod } from '../kernel/config'
import { randomId } from '../kernel/ids'

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

type Signed = Pick<SignedParts, 'path' | 'bodyDigest'> & Partial<SignedParts>

/** The headers of contract chapter 3, fresh for every attempt: the receiver refuses a nonce that it has seen. */
export function signedHeaders(
  { appKey, appSecret, signMethod }: Pick<Config['oneNetwork'], 'appKey' | 'appSecret' | 'signMethod'>,
  { timestamp = String(Date.now()), nonce = randomId(), userToken = '', ...what }: Signed,
): Record<string, string> {
  return {
    'x-app-key': appKey,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-sign-method': signMethod,
    'x-body-digest': what.bodyDigest,
    'x-signature': sign(signMethod, appSecret, { ...what, timestamp, nonce, userToken }),
    ...(userToken ? { 'x-user-token': userToken } : {}),
  }
}

/** A password as function 17 takes it: SM2, C1C3C2, lower-case hex with the 04 of the uncompressed point in front. */
export function encryptPassword(password: string, publicKey: string): string {
  // The library leaves the 04 out, the contract wants it.
  return `04${sm2.doEncrypt(password, publicKey, 1).toLowerCase()}`
}
