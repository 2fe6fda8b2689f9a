import { createHash, createHmac, randomUUID } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import type { FictionalAccount, OneNetwork } from '../../../sandbox/one-network'
import { judgeAnswer } from './contract-judge'

/** A caller for tests, written from the technical document alone; it shares no code with the provider. */

export interface Envelope {
  readonly code: string
  readonly message: string
  readonly requestId: string
  readonly data: unknown
}

export interface CallOptions {
  readonly token?: string
  readonly method?: 'HMAC-SM3' | 'HMAC-SHA256'
  /** Replace or (with undefined) drop headers after signing. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly timestamp?: number
  readonly nonce?: string
  /** The signature is made with another secret. */
  readonly secret?: string
  /** A digest that is signed and sent although the body has another. */
  readonly bodyDigest?: string
  readonly signal?: AbortSignal
}

export interface UploadParts {
  readonly text: Readonly<Record<string, string>>
  readonly bytes: Buffer
  /** Part name of the file, `file` unless told. */
  readonly fileField?: string
  /** A digest to claim instead of the right one, in the part and the header. */
  readonly claim?: { readonly part?: string; readonly header?: string }
}

export interface TestClient {
  json(path: string, body: unknown, options?: CallOptions): Promise<Response>
  call(path: string, body: unknown, options?: CallOptions): Promise<Envelope>
  upload(path: string, parts: UploadParts, options?: CallOptions): Promise<Envelope>
  login(account: FictionalAccount, password?: string): Promise<Envelope>
  /** Token of a successful login. */
  tokenOf(account: FictionalAccount): Promise<string>
}

export function digest(bytes: Buffer | string, method = 'HMAC-SM3'): string {
  return createHash(method === 'HMAC-SM3' ? 'sm3' : 'sha256')
    .update(bytes)
    .digest('hex')
}

/** C1C3C2 with the leading 04 that the library leaves out. */
export function encryptPassword(text: string, publicKey: string): string {
  return `04${sm2.doEncrypt(text, publicKey, 1)}`
}

/** Every answer that a test reads must fit the contract. */
async function readEnvelope(path: string, response: Response): Promise<Envelope> {
  if (response.status !== 200) throw new Error(`HTTP ${response.status}`)
  const answer = (await response.json()) as Envelope
  judgeAnswer(path, answer)
  return answer
}

export function createTestClient(provider: OneNetwork, now: () => number): TestClient {
  const { appKey, appSecret, sm2PublicKey } = provider.credentials

  function sign(path: string, bodyDigest: string, options: CallOptions): Record<string, string> {
    const method = options.method ?? 'HMAC-SM3'
    const timestamp = String(options.timestamp ?? now())
    const nonce = options.nonce ?? randomUUID()
    const text = `POST\n${path}\n${timestamp}\n${nonce}\n${bodyDigest}\n${options.token ?? ''}`
    const hmac = createHmac(method === 'HMAC-SM3' ? 'sm3' : 'sha256', options.secret ?? appSecret)
    const headers: Record<string, string | undefined> = {
      'x-app-key': appKey,
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-sign-method': method,
      'x-body-digest': bodyDigest,
      'x-user-token': options.token,
      'x-signature': hmac.update(text).digest('hex'),
      ...options.headers,
    }
    return Object.fromEntries(
      Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
  }

  async function json(path: string, body: unknown, options: CallOptions = {}): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const headers = {
      'content-type': 'application/json',
      ...sign(path, options.bodyDigest ?? digest(text, options.method), options),
    }
    return fetch(provider.url + path, { method: 'POST', headers, body: text, signal: options.signal })
  }

  const client: TestClient = {
    json,
    async call(path, body, options) {
      return readEnvelope(path, await json(path, body, options))
    },
    async upload(path, { text, bytes, fileField = 'file', claim = {} }, options = {}) {
      const own = digest(bytes, options.method)
      const form = new FormData()
      const parts = { fileSize: String(bytes.length), digest: claim.part ?? own, ...text }
      for (const [name, value] of Object.entries(parts)) form.append(name, value)
      form.append(fileField, new Blob([new Uint8Array(bytes)]), text.fileName ?? 'file.bin')
      const headers = sign(path, claim.header ?? own, options)
      const response = await fetch(provider.url + path, { method: 'POST', headers, body: form })
      return readEnvelope(path, response)
    },
    login: (account, password = account.password) =>
      client.call('/api/v1/auth/login', {
        loginType: 'password',
        subjectType: account.subjectType,
        account: account.logins[0],
        password: encryptPassword(password, sm2PublicKey),
      }),
    async tokenOf(account) {
      const { data } = await client.login(account)
      return (data as { readonly userToken: string }).userToken
    },
  }
  return client
}
