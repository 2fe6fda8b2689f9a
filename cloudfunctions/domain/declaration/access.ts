import { type AccountView } from '../../../miniprogram/shared/domain/account'
import { type Context } from '../../kernel/context'
import { AppError, notFound } from '../../kernel/errors'
import { type DeclarationRow, findDeclaration } from '../../stores/declarations'
import { type ActiveIdentity, requireAccount } from '../account/identity'

export interface OwnDeclaration {
  readonly view: AccountView
  readonly active: ActiveIdentity
  readonly row: DeclarationRow
}

/**
 * A declaration of the caller under the active identity. The same NOT_FOUND for a missing one, another citizen's, and
 * one of the caller's other identity.
 */
export async function requireDeclaration(draftId: string, context: Context): Promise<OwnDeclaration> {
  const { view, active } = await requireAccount(context)
  const row = await findDeclaration(draftId, active)
  if (!row || row.declareNo === '') throw notFound('declaration')
  return { view, active, row }
}

/** A change is based on another version than the current one, which it names. */
export const staleVersion = (current: number, field = 'version'): AppError =>
  new AppError('CONFLICT', 'call is based on an older version', {
    fields: [{ field, message: `最新版本是 ${current}` }],
  })

/** Refuses a change of what was sent already. */
export function requireEditable(row: DeclarationRow): void {
  if (row.state === 'submitted') throw new AppError('ALREADY_SUBMITTED', 'declaration is submitted')
  if (row.state === 'confirming') throw new AppError('OUTCOME_UNKNOWN', 'declaration is being submitted')
}
