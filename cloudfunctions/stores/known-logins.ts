import { table } from '../kernel/cloud'

/**
 * What a login that succeeded has taught: that a name belongs to an account, or that a WeChat user has been in an account.
 * Only keyed hashes: whose they are cannot be read, and they stay when the account is unbound.
 */
interface KnownLoginRow {
  /** Keyed hash of a name, or of a WeChat user and an account. */
  readonly _id: string
  /** Keyed hash of the account. */
  readonly account: string
  /** ms since the epoch. */
  readonly seenAt: number
}

const rows = table<KnownLoginRow>('known_logins')

export const findKnownLogin = (_id: string): Promise<KnownLoginRow | undefined> => rows.first({ _id })

export const putKnownLogin = (row: KnownLoginRow): Promise<void> => rows.put(row)

export const removeOldKnownLogins = (seenBefore: number): Promise<number> =>
  rows.remove({ seenAt: { lessThan: seenBefore } })
