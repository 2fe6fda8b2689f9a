import type { IncomingHttpHeaders } from 'node:http'
import { accountOfUserToken } from './accounts/sessions'
import { functionByNo } from './functions'
import type { UploadedFile } from './functions/define'
import { headerOf } from './gateway'
import type { Platform } from './platform'
import { type Contract, type Operation } from './protocol/contract'
import { type FieldError, invalid, ProviderError, refuseIfAny } from './protocol/errors'
import { RequestLedger } from './protocol/idempotency'
import { type MultipartBody, parseMultipart } from './protocol/multipart'
import { NonceStore } from './protocol/nonce-store'
import { createRequestValidator, readTextParts } from './protocol/request-validation'
import { digestOf, sameText, signatureOf, type SignMethod, toSignMethod } from './protocol/signature'

/** Contract chapter 3. */
const CLOCK_WINDOW_MS = 300_000
const NONCE = /^[A-Za-z0-9_-]{8,64}$/

interface IncomingRequest {
  readonly operation: Operation
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Runs one request through the checks of chapter 3, rows 2 to 12; answers the data or throws a ProviderError. */
export type Router = (request: IncomingRequest) => Promise<object>

interface Signed {
  readonly signMethod: SignMethod
  readonly timestamp: string
  readonly nonce: string
  readonly bodyDigest: string
}

interface Content {
  readonly value: unknown
  readonly file: UploadedFile | null
  readonly errors: readonly FieldError[]
}

export function createRouter(platform: Platform, contract: Contract, beforeRun: () => Promise<void>): Router {
  const nonces = new NonceStore(platform.now)
  const ledger = new RequestLedger(platform)
  const validate = createRequestValidator(contract)

  function checkSignature({ operation, headers }: IncomingRequest): Signed {
    const timestamp = headerOf(headers, 'x-timestamp') ?? ''
    const inTime = /^\d{13}$/.test(timestamp) && Math.abs(platform.now() - Number(timestamp)) <= CLOCK_WINDOW_MS
    if (!inTime) throw new ProviderError('1002')
    const signMethod = toSignMethod(headerOf(headers, 'x-sign-method'))
    const nonce = headerOf(headers, 'x-nonce') ?? ''
    const bodyDigest = headerOf(headers, 'x-body-digest') ?? ''
    if (signMethod === undefined || !NONCE.test(nonce)) throw new ProviderError('1001')
    const userToken = headerOf(headers, 'x-user-token') ?? ''
    const parts = { path: operation.path, timestamp, nonce, bodyDigest, userToken }
    const expected = signatureOf(signMethod, platform.keys.appSecret, parts)
    if (!sameText(expected, headerOf(headers, 'x-signature') ?? '')) throw new ProviderError('1001')
    // Only a valid signature uses up a nonce.
    if (!nonces.use(platform.keys.appKey, nonce)) throw new ProviderError('1003')
    return { signMethod, timestamp, nonce, bodyDigest }
  }

  /** The file's digest is 4003 unless header, `digest` part and bytes agree. */
  function readMultipart(operation: Operation, multipart: MultipartBody, signed: Signed): Content {
    const value = readTextParts(contract, operation.requestSchema, multipart.text)
    const errors = multipart.repeated.map((field) => ({ field, message: '重复的部件' }))
    const [file] = multipart.files
    if (multipart.files.length !== 1 || file?.name !== 'file') {
      return { value, file: null, errors: [...errors, { field: 'file', message: '须有且仅有一个文件部件' }] }
    }
    const digest = digestOf(signed.signMethod, file.bytes)
    if (digest !== signed.bodyDigest || digest !== multipart.text.digest) throw new ProviderError('4003')
    const size = value.fileSize
    if (typeof size === 'number' && size !== file.bytes.length)
      errors.push({ field: 'fileSize', message: '与文件实际大小不一致' })
    // The schema wants a binary part by this name; its bytes were looked at above.
    return { value: { ...value, file: '' }, file: { bytes: file.bytes, digest }, errors }
  }

  async function readContent({ operation, headers, body }: IncomingRequest, signed: Signed): Promise<Content> {
    if (operation.encoding === 'multipart') {
      const contentType = headerOf(headers, 'content-type') ?? ''
      const multipart = await parseMultipart(contentType, body).catch(() => undefined)
      return multipart === undefined
        ? { value: {}, file: null, errors: [{ field: 'file', message: '报文不是 multipart/form-data' }] }
        : readMultipart(operation, multipart, signed)
    }
    if (digestOf(signed.signMethod, body) !== signed.bodyDigest) throw new ProviderError('1001')
    try {
      return { value: JSON.parse(body.toString('utf8')) as unknown, file: null, errors: [] }
    } catch {
      return { value: null, file: null, errors: [{ field: '', message: '报文不是 JSON' }] }
    }
  }

  return async (request) => {
    const { operation, headers } = request
    const provided = functionByNo.get(operation.no)
    if (provided === undefined || platform.withheld.includes(operation.no)) throw new ProviderError('1004')
    const signed = checkSignature(request)
    const content = await readContent(request, signed)
    const account = operation.needsToken ? accountOfUserToken(platform, headerOf(headers, 'x-user-token')) : null
    // A file above the limit is 4002, not 3001, so the size's maximum is left to the function.
    const errors = validate(operation.requestSchema, content.value).filter(
      (error) => !(error.field === 'fileSize' && error.message.includes('maximum')),
    )
    refuseIfAny([...content.errors, ...errors])
    const { value } = content
    if (typeof value !== 'object' || value === null) throw invalid('', '报文不是 JSON 对象')

    const call = { platform, ...signed, account, file: content.file }
    const requestNo = operation.hasRequestNo ? String((value as { readonly requestNo?: unknown }).requestNo) : undefined
    if (requestNo === undefined) {
      await beforeRun()
      // A failed login counts, so it must not be rolled back.
      return operation.encoding === 'multipart'
        ? platform.store.transaction(() => provided.run(call, value))
        : provided.run(call, value)
    }
    const key = `${operation.no} ${requestNo}`
    const userId = account?.userId ?? ''
    const replayed = ledger.replay(key, userId, value)
    if (replayed !== undefined) return replayed
    ledger.begin(key)
    try {
      await beforeRun()
      return platform.store.transaction(() => {
        const data = provided.run(call, value)
        ledger.remember(key, userId, value, data)
        return data
      })
    } finally {
      ledger.end(key)
    }
  }
}
