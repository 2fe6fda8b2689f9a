import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Contract chapter 3. The client has its own implementation; this one is the judge, so the two share no code. */
export type SignMethod = 'HMAC-SM3' | 'HMAC-SHA256'

const HASH: Readonly<Record<SignMethod, string>> = { 'HMAC-SM3': 'sm3', 'HMAC-SHA256': 'sha256' }
/** As attachments name the algorithm of their digest. */
export const DIGEST_NAME: Readonly<Record<SignMethod, string>> = { 'HMAC-SM3': 'SM3', 'HMAC-SHA256': 'SHA-256' }

export interface SignedParts {
  readonly path: string
  readonly timestamp: string
  readonly nonce: string
  readonly bodyDigest: string
  readonly userToken: string
}

/** HMAC-SM3 when the header is absent; undefined for a method that the contract does not know. */
export function toSignMethod(header: string | undefined): SignMethod | undefined {
  if (header === undefined) return 'HMAC-SM3'
  return header === 'HMAC-SM3' || header === 'HMAC-SHA256' ? header : undefined
}

/** Lower-case hex. */
export function digestOf(method: SignMethod, bytes: Buffer): string {
  return createHash(HASH[method]).update(bytes).digest('hex')
}

/** POST, path, timestamp, nonce, digest and token, one per line; without a token the text ends with a line feed. */
export function stringToSign(parts: SignedParts): string {
  return ['POST', parts.path, parts.timestamp, parts.nonce, parts.bodyDigest, parts.userToken].join('\n')
}

/** Lower-case hex. */
export function signatureOf(method: SignMethod, appSecret: string, parts: SignedParts): string {
  return createHmac(HASH[method], Buffer.from(appSecret)).update(stringToSign(parts)).digest('hex')
}

export function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}
