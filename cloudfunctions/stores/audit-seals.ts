import { type BeijingDate } from '../../miniprogram/shared/domain/time'
import { table } from '../kernel/cloud'

/** Rows `from`–`to` of one writer. */
export interface AuditSpan {
  readonly writer: string
  readonly from: number
  readonly to: number
}

/** A link of the chain (ADR 24): which rows there are, in which order; or that whole days were removed. */
export interface AuditSeal {
  /** The number as a text: two runs never make the same link. */
  readonly _id: string
  /** 1, 2, 3 … */
  readonly number: number
  readonly kind: 'rows' | 'removal'
  /** ms since the epoch. */
  readonly at: number
  /** Of rows: their day. Of a removal: the last day that is removed, with all before. */
  readonly day: BeijingDate
  /** Hash of the link before; '' for the first. */
  readonly previous: string
  readonly spans: readonly AuditSpan[]
  readonly count: number
  /** `at` of the first and the last row, ms since the epoch. */
  readonly firstAt: number
  readonly lastAt: number
  /** Over the MACs of the rows, in their order. */
  readonly rowsHash: string
  /** Of a removal: the first link that stays, and the hash of the one before it. */
  readonly firstKept: number
  readonly keptAfter: string
  /** Over all of the above. */
  readonly mac: string
}

const rows = table<AuditSeal>('audit_seals')

/** false when another run has made the link of this number. */
export const insertSeal = (seal: AuditSeal): Promise<boolean> => rows.insert(seal)

export const lastSeal = async (): Promise<AuditSeal | undefined> =>
  (await rows.find({}, { newestFirstBy: 'number', limit: 1 }))[0]

export const lastRemoval = async (): Promise<AuditSeal | undefined> =>
  (await rows.find({ kind: 'removal' }, { newestFirstBy: 'number', limit: 1 }))[0]

/** In their order. */
export const listSeals = (after: number, limit: number): Promise<readonly AuditSeal[]> =>
  rows.find({ number: { moreThan: after } }, { oldestFirstBy: 'number', limit })

export const removeSeals = (before: number): Promise<number> => rows.remove({ number: { lessThan: before } })
