import { createHash, createHmac, randomUUID } from 'node:crypto'
import { type System } from '../../support/system'

/** Path that the provider signs (callback.yaml). */
export const CALLBACK = '/callback/v1/approval-events'

export interface PushOptions {
  readonly method?: 'HMAC-SM3' | 'HMAC-SHA256'
  readonly secret?: string
  readonly timestamp?: number
  readonly nonce?: string
  /** Replace or (undefined) drop headers after signing. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly path?: string
}

/** Sends a body to the callback, signed from the technical document alone. */
export async function push(
  system: System,
  body: string | object,
  options: PushOptions = {},
): Promise<{ readonly status: number; readonly code: string | undefined }> {
  const { method = 'HMAC-SM3', timestamp = Date.now(), nonce = randomUUID(), path = CALLBACK } = options
  const { appKey, callbackSecret } = system.provider.credentials
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const algorithm = method === 'HMAC-SM3' ? 'sm3' : 'sha256'
  const digest = createHash(algorithm).update(text).digest('hex')
  const signed = `POST\n${path}\n${timestamp}\n${nonce}\n${digest}\n`
  const headers: Record<string, string | undefined> = {
    'content-type': 'application/json',
    'x-app-key': appKey,
    'x-timestamp': String(timestamp),
    'x-nonce': nonce,
    'x-sign-method': method,
    'x-body-digest': digest,
    'x-signature': createHmac(algorithm, options.secret ?? callbackSecret)
      .update(signed)
      .digest('hex'),
    'x-delivery-attempt': '1',
    ...options.headers,
  }
  const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const response = await fetch(system.cloud.url + path, {
    method: 'POST',
    body: text,
    headers: Object.fromEntries(sent),
  })
  const answer = (await response.json()) as { readonly code?: string }
  return { status: response.status, code: answer.code }
}

let made = 0

/** An event about a case, as the contract shows it; each call makes another id. */
export const eventOf = (changes: object = {}) => ({
  eventId: `EV-TEST-${++made}`,
  eventType: 'ACCEPTED',
  caseNo: 'BJ20261102120116000018',
  itemId: 'SX120116000014',
  itemName: '护士执业注册许可',
  userId: 'U1201160000095678',
  occurredAt: '2026-11-06 09:20:00',
  sequence: 1,
  summary: '您的申请已受理',
  deadline: null,
  ...changes,
})
