import { type CallBudget } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { deleteSupplementFile } from '../../one-network/resources/supplements'
import { type SupplementRow } from '../../stores/supplements'
import { type ActiveIdentity } from '../account/identity'
import { sessionOf } from '../account/session'

/** Deletes a file of a round at the provider; one that it does not have is gone already. */
export async function deleteUpstream(
  { caseNo, asked }: Pick<SupplementRow, 'caseNo' | 'asked'>,
  attachId: string,
  { bindingId }: Pick<ActiveIdentity, 'bindingId'>,
  budget: CallBudget,
): Promise<void> {
  try {
    await deleteSupplementFile(sessionOf(bindingId, budget), { caseNo, round: asked.round, attachId })
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'NOT_FOUND')) throw error
  }
}
