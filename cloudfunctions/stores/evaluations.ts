import { keyOf } from '../kernel/ids'
import { table } from '../kernel/cloud'
import { type TextMark } from '../kernel/openapi'
import { Ledger } from '../ledger/claim'
import { type SentRow } from '../ledger/settle'
import { ofOwner, type Owner } from './owner'

/**
 * Where sending an evaluation stands: one row per case and One-Network user, whoever's phone it is. What was chosen is
 * kept nowhere but at the provider.
 */
export interface EvaluationRow extends SentRow, Owner {
  /** `evaluationId(userId, caseNo)` */
  readonly _id: string
  readonly caseNo: string
  /**
   * Number of the provider's function 30: minted once, never another one for this case. The provider keeps it only with a
   * success, so a refused evaluation may be corrected under it.
   */
  readonly requestNo: string
  /** ms since the epoch when it was last sent without a known outcome; 0 = nothing is open. */
  readonly sentAt: number
  /** ms since the epoch. */
  readonly createdAt: number
  /** What WeChat found in the words that were sent; '' = it was not asked. */
  readonly textMark: TextMark
}

/** Until December 2026: no text was looked at. */
type Version0 = Omit<EvaluationRow, 'textMark'> & Partial<Pick<EvaluationRow, 'textMark'>>

const fromVersion0 = (row: Version0): EvaluationRow => ({ ...row, textMark: row.textMark ?? '' })

const rows = table<EvaluationRow>('evaluations', [fromVersion0])

/** Who sends an evaluation. */
export const evaluationLedger = new Ledger(rows)

export const evaluationId = (userId: string, caseNo: string): string => keyOf(userId, caseNo)

export const findEvaluation = (_id: string): Promise<EvaluationRow | undefined> => rows.first({ _id })

export const markEvaluation = (_id: string, textMark: TextMark): Promise<number> => rows.update({ _id }, { textMark })

export const removeEvaluation = (_id: string): Promise<number> => rows.remove({ _id })

export const removeEvaluationsOf = (owner: Owner): Promise<number> => rows.remove(ofOwner(owner))

export const removeOldEvaluations = (createdBefore: number): Promise<number> =>
  rows.remove({ createdAt: { lessThan: createdBefore } })

/** false when there is one already. */
export const insertEvaluation = (row: EvaluationRow): Promise<boolean> => rows.insert(row)
