import { type BeijingTime } from '../../miniprogram/shared/domain/time'
import { keyOf } from '../kernel/ids'
import { table } from '../kernel/cloud'
import { type BoundOwner, ofOwner, type Owner } from './owner'

/** A case of a citizen, and what of it she was told: the poll asks about those that are not over. */
export interface CaseWatchRow extends BoundOwner {
  /** `watchId(owner, caseNo)` */
  readonly _id: string
  readonly caseNo: string
  readonly matterId: string
  readonly matterName: string
  /** Status code that the last message was about. */
  readonly toldStatus: string
  /** ms since the epoch of what was told last. */
  readonly toldAt: number
  /** Grows with every change that was told. */
  readonly changes: number
  /** false = the case is over. */
  readonly waits: boolean
  /** ms since the epoch: not asked about before. */
  readonly pollAt: number
  /** Until when promised materials are to follow; '' = no day is set, null = not asked for yet. */
  readonly promiseDeadline: BeijingTime | null
}

export const watchId = ({ openid, userId }: Owner, caseNo: string): string => keyOf(openid, userId, caseNo)

/** Until November 2026: a day that was not asked for yet was absent. */
type Version0 = Omit<CaseWatchRow, 'promiseDeadline'> & Partial<Pick<CaseWatchRow, 'promiseDeadline'>>

const fromVersion0 = (row: Version0): CaseWatchRow => ({ ...row, promiseDeadline: row.promiseDeadline ?? null })

const rows = table<CaseWatchRow>('case_watches', [fromVersion0])

/** false when the case is watched already: what was told stays told. */
export const insertWatch = (row: CaseWatchRow): Promise<boolean> => rows.insert(row)

export const findWatch = (_id: string): Promise<CaseWatchRow | undefined> => rows.first({ _id })

/** Changes a watch only while it has told so much; false when somebody else was faster. */
export const advanceWatch = async (
  { _id, changes }: Pick<CaseWatchRow, '_id' | 'changes'>,
  fields: Partial<Pick<CaseWatchRow, 'toldStatus' | 'toldAt' | 'changes' | 'waits'>>,
): Promise<boolean> => (await rows.update({ _id, changes }, fields)) === 1

export const notePromiseDeadline = (_id: string, promiseDeadline: BeijingTime): Promise<number> =>
  rows.update({ _id }, { promiseDeadline })

/** Cases that are not over and were not asked about lately; those that rested longest first. */
export const listDueWatches = (now: number, limit: number): Promise<readonly CaseWatchRow[]> =>
  rows.find({ waits: true, pollAt: { lessThan: now } }, { oldestFirstBy: 'pollAt', limit })

/** Cases that are over (`waits` false) or not, of which nothing was told since `toldBefore`; those that rested longest first. */
export const listQuietWatches = (waits: boolean, toldBefore: number, limit: number): Promise<readonly CaseWatchRow[]> =>
  rows.find({ waits, toldAt: { lessThan: toldBefore } }, { oldestFirstBy: 'toldAt', limit })

export const listWatchesOf = (owner: Owner, limit: number): Promise<readonly CaseWatchRow[]> =>
  rows.find(ofOwner(owner), { newestFirstBy: 'toldAt', limit })

export const countWatches = (owner: Owner): Promise<number> => rows.count(ofOwner(owner))

/** false when it is gone, or something was told since it was read. */
export const removeWatch = async ({ _id, changes }: Pick<CaseWatchRow, '_id' | 'changes'>): Promise<boolean> =>
  (await rows.remove({ _id, changes })) === 1

export const removeWatchesOf = (owner: Owner): Promise<number> => rows.remove(ofOwner(owner))

/** Takes a case for this poll; false when another one has it. */
export const claimWatch = async ({ _id, pollAt }: CaseWatchRow, next: number): Promise<boolean> =>
  (await rows.update({ _id, pollAt }, { pollAt: next })) === 1
