import { type SubjectType } from '../../miniprogram/shared/domain/account'
import { type BeijingTime } from '../../miniprogram/shared/domain/time'
import { table } from '../kernel/cloud'
import { Ledger, type LeasedRow } from '../ledger/claim'
import { type BoundOwner } from './owner'

/**
 * A One-Network account bound to a WeChat user; at most one per subject type. The active one is that with the newest
 * `activeAt`, so there is exactly one whenever any is bound.
 */
export interface BindingRow extends LeasedRow, BoundOwner {
  /** `bindingId(openid, subjectType)` */
  readonly _id: string
  /** Sealed `Profile`. */
  readonly profile: string
  /** Sealed `Tokens`. */
  readonly tokens: string
  /** ms since the epoch. */
  readonly tokenExpiresAt: number
  /** Grows with every new pair of tokens: tells a stale token from a fresh one. */
  readonly generation: number
  /** The refresh token does not work any more: the citizen must log in again. */
  readonly expired: boolean
  /** ms since the epoch. */
  readonly activeAt: number
  readonly boundAt: BeijingTime
}

export const bindingId = (openid: string, subjectType: SubjectType): string => `${openid}_${subjectType}`

const rows = table<BindingRow>('bindings', [], { profile: { as: 'profile' }, tokens: { as: 'tokens' } })

export const resealBindings = rows.reseal

/** Who uses the refresh token of a binding, which works once. */
export const refreshLedger = new Ledger(rows)

/** All bindings of a WeChat user, the active one first. */
export async function listBindings(openid: string): Promise<readonly BindingRow[]> {
  const found = await rows.find({ openid })
  return found.sort((a, b) => b.activeAt - a.activeAt)
}

export const findBinding = (_id: string): Promise<BindingRow | undefined> => rows.first({ _id })

/** All bindings of a One-Network user: several WeChat users may have bound the same enterprise account. */
export const listBindingsOfUser = (userId: string): Promise<readonly BindingRow[]> => rows.find({ userId })

/** Bindings whose token ended before `endedBefore` (ms since the epoch), those that rested longest first. */
export const listIdleBindings = (endedBefore: number, limit: number): Promise<readonly BindingRow[]> =>
  rows.find({ tokenExpiresAt: { lessThan: endedBefore } }, { oldestFirstBy: 'tokenExpiresAt', limit })

/** Binds, or replaces the binding of the same subject type. */
export const putBinding = (row: BindingRow): Promise<void> => rows.put(row)

export const removeBinding = (_id: string): Promise<number> => rows.remove({ _id })

/** false when it got other tokens since it was read. */
export const removeIdleBinding = async ({ _id, generation }: BindingRow): Promise<boolean> =>
  (await rows.remove({ _id, generation })) === 1

export const activateBinding = (_id: string, activeAt: number): Promise<number> => rows.update({ _id }, { activeAt })
