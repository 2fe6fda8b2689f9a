import { timingSafeEqual } from 'node:crypto'
import { type Config, type SignMethod } from '../kernel/config'
import { digestOf, sign } from './signature'

/** Path of the address that is registered with the provider, and that it signs (callback.yaml). */
export const CALLBACK_PATH = '/callback/v1/approval-events'
/** callback.yaml: a larger body is 413. */
export const LARGEST_EVENT = 64 * 1024
/** Contract chapter 3. */
const CLOCK_WINDOW_MS = 300_000

/** What the provider reads of our answers (callback.yaml). */
export const ACK = {
  taken: { code: '0', message: 'ok' },
  badSignature: { code: '1001', message: '签名校验失败' },
  wrongTime: { code: '1002', message: '时间戳超出允许范围' },
  replayed: { code: '1003', message: '随机串重复' },
  unreadable: { code: '3001', message: '报文不完整' },
  busy: { code: '5001', message: 'busy' },
} as const

export type Refusal = 'unsigned' | 'wrongTime' | 'badSignature'

export interface SignedEvent {
  readonly nonce: string
  /** The digest header is that of the body; checked after the nonce (chapter 3). */
  readonly intact: boolean
}

const METHODS: Readonly<Record<string, SignMethod>> = { 'HMAC-SM3': 'HMAC-SM3', 'HMAC-SHA256': 'HMAC-SHA256' }

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Checks who pushes, in the order of chapter 3: key, time, signature over the registered path with an empty token. The
 * nonce comes next, and is the caller's to remember. @param now ms since the epoch
 */
export function checkPush(
  { oneNetwork, callbackSecret }: Pick<Config, 'oneNetwork' | 'callbackSecret'>,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  now: number,
): SignedEvent | Refusal {
  const header = (name: string): string => headers[name] ?? ''
  const timestamp = header('x-timestamp')
  const nonce = header('x-nonce')
  const bodyDigest = header('x-body-digest')
  const signature = header('x-signature')
  if (header('x-app-key') !== oneNetwork.appKey) return 'unsigned'
  if (timestamp === '' || nonce === '' || bodyDigest === '' || signature === '') return 'unsigned'
  if (!/^\d{13}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > CLOCK_WINDOW_MS) return 'wrongTime'
  const named = headers['x-sign-method'] ?? 'HMAC-SM3'
  const method = Object.hasOwn(METHODS, named) ? METHODS[named] : undefined
  if (method === undefined || !/^[A-Za-z0-9_-]{8,64}$/.test(nonce)) return 'badSignature'
  const expected = sign(method, callbackSecret, {
    path: CALLBACK_PATH,
    timestamp,
    nonce,
    bodyDigest,
    userToken: '',
  })
  if (!same(expected, signature)) return 'badSignature'
  return { nonce, intact: digestOf(method, body) === bodyDigest }
}
