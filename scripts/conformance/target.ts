import { type SignMethod } from '../../cloudfunctions/kernel/config'

interface Account {
  readonly subjectType: 'person' | 'enterprise'
  readonly login: string
  readonly password: string
}

/** An address that is to be judged, with what is needed to talk to it. */
export interface Target {
  /** Scheme, host and port. */
  readonly url: string
  readonly appKey: string
  readonly appSecret: string
  readonly signMethod: SignMethod
  readonly sm2PublicKey: string
  readonly account: Account
  /** A matter that this account may file. */
  readonly itemId: string
  /** An enterprise that the credit service knows. */
  readonly uscc: string
  /** Why nothing may be written there; '' when writing is allowed. */
  readonly noWrites: string
  /** Where the events of #28 go. */
  readonly callback: { readonly url: string; readonly secret: string } | undefined
}

/** This machine: a sandbox, where everything may be written. */
export const isLoopback = (url: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)
