import { randomUUID } from 'node:crypto'
import type { ProviderKeys } from '../credentials'
import { digestOf, signatureOf, type SignMethod } from '../protocol/signature'

/** Contract chapter 10: the receiver must answer within this time. */
const ANSWER_MS = 5000

export interface Delivery {
  /** Address of the callback with its path. */
  readonly url: string
  readonly body: string
  /** 1 for the first delivery. */
  readonly attempt: number
  /** Epoch ms. */
  readonly at: number
  readonly signMethod: SignMethod
}

export interface DeliveryAnswer {
  readonly delivered: boolean
  /** 0 = no answer. */
  readonly status: number
  /** '' when the answer has none. */
  readonly code: string
}

/** Sends one event as the contract says: timestamp, nonce and signature are made anew at each delivery. Never rejects. */
export async function deliver(
  keys: Pick<ProviderKeys, 'appKey' | 'callbackSecret'>,
  { url, body, attempt, at, signMethod }: Delivery,
): Promise<DeliveryAnswer> {
  const timestamp = String(at)
  const nonce = randomUUID()
  const bodyDigest = digestOf(signMethod, Buffer.from(body))
  const parts = { path: new URL(url).pathname, timestamp, nonce, bodyDigest, userToken: '' }
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
      headers: {
        'content-type': 'application/json',
        'x-app-key': keys.appKey,
        'x-timestamp': timestamp,
        'x-nonce': nonce,
        'x-sign-method': signMethod,
        'x-body-digest': bodyDigest,
        'x-signature': signatureOf(signMethod, keys.callbackSecret, parts),
        'x-trace-id': randomUUID(),
        'x-delivery-attempt': String(attempt),
      },
    })
    const code = codeOf(await response.text())
    return { delivered: response.status === 200 && code === '0', status: response.status, code }
  } catch {
    return { delivered: false, status: 0, code: '' }
  }
}

function codeOf(text: string): string {
  try {
    const { code } = JSON.parse(text) as { readonly code?: unknown }
    return typeof code === 'string' ? code : ''
  } catch {
    return ''
  }
}
