import { type AccountView } from '../../../miniprogram/shared/domain/account'
import { type Context } from '../../kernel/context'
import { AppError, notFound } from '../../kernel/errors'
import { findSupplement, type SupplementRow } from '../../stores/supplements'
import { type ActiveIdentity, requireAccount } from '../account/identity'

export interface OwnSupplement {
  readonly view: AccountView
  readonly active: ActiveIdentity
  readonly row: SupplementRow
}

/**
 * The caller's answer to a round under the active identity. The same NOT_FOUND for a missing one, another citizen's, and
 * one of the caller's other identity.
 */
export async function requireSupplement(supplementId: string, context: Context): Promise<OwnSupplement> {
  const { view, active } = await requireAccount(context)
  const row = await findSupplement(supplementId, active)
  if (!row) throw notFound('supplement')
  return { view, active, row }
}

export const isOverdue = ({ asked }: Pick<SupplementRow, 'asked'>, now: number): boolean =>
  asked.deadline !== '' && Date.parse(asked.deadline) < now

/** Refuses a change of what was sent already, or of what the provider takes no longer. @param now ms since the epoch */
export function requireAnswerable(row: SupplementRow, now: number): void {
  if (row.state === 'submitted') {
    throw new AppError('ALREADY_SUBMITTED', 'round is submitted', {
      userMessage: '这一轮补正已经提交过，不需要再次提交',
    })
  }
  if (row.state === 'confirming') throw new AppError('OUTCOME_UNKNOWN', 'round is being submitted')
  if (isOverdue(row, now)) {
    throw new AppError('STATE_CHANGED', 'round is overdue', {
      userMessage: '这一轮的截止时间已过，一网通不再接收，请打电话问窗口怎样补救',
    })
  }
}
