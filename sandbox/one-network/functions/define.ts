import type { FictionalAccount } from '../accounts/account'
import type { Platform } from '../platform'
import { ProviderError } from '../protocol/errors'
import type { SignMethod } from '../protocol/signature'

/** The one file of a multipart request, its digest already verified. */
export interface UploadedFile {
  readonly bytes: Buffer
  readonly digest: string
}

/** What a function may know beside its request. */
export interface Call {
  readonly platform: Platform
  readonly signMethod: SignMethod
  readonly timestamp: string
  readonly nonce: string
  readonly account: FictionalAccount | null
  readonly file: UploadedFile | null
}

/** One function of the contract. `run` gets a request that already fits its schema. */
export interface ProviderFunction {
  readonly no: number
  readonly run: (call: Call, request: unknown) => object
}

/** Gives a function its request's type; the schema in docs/one-network/openapi.yaml has checked the value. */
export function defineFunction<Request>(no: number, run: (call: Call, request: Request) => object): ProviderFunction {
  return { no, run: (call, request) => run(call, request as Request) }
}

/** The logged-in user of a function whose token column says 是. */
export function userOf(call: Call): FictionalAccount {
  if (call.account === null) throw new ProviderError('2003')
  return call.account
}
