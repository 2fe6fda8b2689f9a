import { type ProviderError, type FailData } from './errors'

export interface Envelope {
  readonly code: string
  readonly message: string
  readonly requestId: string
  readonly data?: unknown
}

export function okEnvelope(requestId: string, data: object): Envelope {
  return { code: '0', message: '成功', requestId, data }
}

export function failEnvelope(requestId: string, error: ProviderError): Envelope {
  const data: FailData | null = error.data
  return { code: error.code, message: error.message, requestId, data }
}
