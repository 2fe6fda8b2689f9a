import { type SubjectType } from '../../miniprogram/shared/domain/account'
import { table } from '../kernel/cloud'

/** One act that was written down (ADR 24). Never changed but for `seal`, which is found again from the seals. */
export interface AuditRow {
  /** `<writer>-<n>` */
  readonly _id: string
  /** ms since the epoch: when its outcome was known. */
  readonly at: number
  /** The instance that wrote it: when it began (ms since the epoch, in hex), and random digits. */
  readonly writer: string
  /** 1, 2, 3 … of this writer. */
  readonly n: number
  /** Numbers of this writer that could not be written. */
  readonly lost: readonly number[]
  /** Keyed pseudonym of the One-Network user; '' = none acted. */
  readonly user: string
  /** Keyed pseudonym of the openid; '' = the provider, or nobody. */
  readonly wechat: string
  readonly identity: SubjectType | ''
  /** An action of the contract, or an act of ours (domain/audit/acts.ts). */
  readonly action: string
  /** What it was done to: `draft:<our id>`, `case#<keyed hash>`. */
  readonly objects: readonly string[]
  /** OK, the code of an error, or what an act of ours came to. */
  readonly outcome: string
  /** Ours, which the provider has as x-trace-id. */
  readonly requestId: string
  /** The provider's own, the first twenty. */
  readonly upstream: readonly string[]
  /** Over all of the above (domain/audit/signed.ts). */
  readonly mac: string
  /** Number of the seal that holds it, 0 = none yet: only to find those that wait. */
  readonly seal: number
}

const rows = table<AuditRow>('audit_log')

/** false when this row is there already. */
export const insertAuditRow = (row: AuditRow): Promise<boolean> => rows.insert(row)

/** Rows that no seal holds, the oldest first. */
export const listUnsealed = (limit: number): Promise<readonly AuditRow[]> =>
  rows.find({ seal: 0 }, { oldestFirstBy: 'at', limit })

/** Writes down which seal holds them. Repeating it is harmless. */
export const markSealed = (ids: readonly string[], seal: number): Promise<number> =>
  rows.update({ _id: { anyOf: ids }, seal: 0 }, { seal })

export const oldestAuditRow = async (): Promise<AuditRow | undefined> =>
  (await rows.find({}, { oldestFirstBy: 'at', limit: 1 }))[0]

/** Those that a seal holds. */
export const removeAuditRows = (before: number): Promise<number> =>
  rows.remove({ at: { lessThan: before }, seal: { moreThan: 0 } })
