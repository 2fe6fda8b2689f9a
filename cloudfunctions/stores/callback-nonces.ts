import { table } from '../kernel/cloud'

/** A nonce of the provider that was used; here and not in memory, because instances come and go. */
interface CallbackNonceRow {
  /** The nonce itself. */
  readonly _id: string
  /** ms since the epoch. */
  readonly usedAt: number
}

const rows = table<CallbackNonceRow>('callback_nonces')

/** false when it was used before. */
export const useNonce = (nonce: string, usedAt: number): Promise<boolean> => rows.insert({ _id: nonce, usedAt })

export const removeOldNonces = (usedBefore: number): Promise<number> =>
  rows.remove({ usedAt: { lessThan: usedBefore } })
