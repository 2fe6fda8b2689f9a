import { type SubjectType } from '../../miniprogram/shared/domain/account'
import { type BeijingTime } from '../../miniprogram/shared/domain/time'
import { table } from '../kernel/cloud'

/**
 * A One-Network account bound to a WeChat user; at most one per subject type. The active one is that with the newest
 * `activeAt`, so there is exactly one whenever any is bound.
 */
export interface BindingRow {
  /** `bindingId(openid, subjectType)` */
  readonly _id: string
  readonly openid: string
  readonly subjectType: SubjectType
  readonly userId: string
  /** Sealed `Profile`. */
  readonly profile: string
  /** Sealed `Tokens`. */
  readonly tokens: string
  /** ms since the epoch. */
  readonly tokenExpiresAt: number
  /** Grows with every new pair of tokens: tells a stale token from a fresh one. */
  readonly generation: number
  /** ms since the epoch: until then one invocation, and no other, may use the single-use refresh token. */
  readonly leaseUntil: number
  /** The refresh token does not work any more: the citizen must log in again. */
  readonly expired: boolean
  /** ms since the epoch. */
  readonly activeAt: number
  readonly boundAt: BeijingTime
}

export const bindingId = (openid: string, subjectType: SubjectType): string => `${openid}_${subjectType}`

const rows = table<BindingRow>('bindings')

/** All bindings of a WeChat user, the active one first. */
export async function listBindings(openid: string): Promise<readonly BindingRow[]> {
  const found = await rows.find({ openid })
  return found.sort((a, b) => b.activeAt - a.activeAt)
}

export const findBinding = (_id: string): Promise<BindingRow | undefined> => rows.first({ _id })

/** All bindings of a One-Network user: several WeChat users may have bound the same enterprise account. */
export const listBindingsOfUser = (userId: string): Promise<readonly BindingRow[]> => rows.find({ userId })

/** Binds, or replaces the binding of the same subject type. */
export const putBinding = (row: BindingRow): Promise<void> => rows.put(row)

export const removeBinding = (_id: string): Promise<number> => rows.remove({ _id })

export const activateBinding = (_id: string, activeAt: number): Promise<number> => rows.update({ _id }, { activeAt })

/** Takes the lease for refreshing `generation`; true for exactly one of any number of concurrent callers. */
export async function leaseBinding(
  _id: string,
  generation: number,
  lease: { readonly now: number; readonly until: number },
): Promise<boolean> {
  const free = { _id, generation, leaseUntil: { lessThan: lease.now } }
  return (await rows.update(free, { leaseUntil: lease.until })) === 1
}

type Refreshed = Pick<BindingRow, 'tokens' | 'tokenExpiresAt' | 'profile' | 'generation'>

/** Stores what a refresh of `generation` gave, and ends the lease. */
export const storeRefreshed = (_id: string, generation: number, fields: Refreshed): Promise<number> =>
  rows.update({ _id, generation }, { ...fields, leaseUntil: 0 })

/** Ends the lease without new tokens. */
export const releaseBinding = (_id: string, generation: number, expired: boolean): Promise<number> =>
  rows.update({ _id, generation }, { leaseUntil: 0, expired })
