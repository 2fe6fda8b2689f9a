import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { ourId, providerId } from '../../kernel/inputs'
import { deleteSupplementFile } from '../../one-network/resources/supplements'
import { type Waiting } from '../../kernel/context'
import { type SupplementRow } from '../../stores/supplements'
import { type ActiveIdentity } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { requireAnswerable, requireSupplement } from '../../domain/supplement/access'

/** Deletes a file of the round that the provider has from elsewhere (#24): it would be submitted with the round. */
export const removeSupplementFile = defineAction(
  'supplement.removeFile',
  v.object({ supplementId: ourId, fileId: providerId }),
  async ({ supplementId, fileId }, context) => {
    const { active, row } = await requireSupplement(supplementId, context)
    requireAnswerable(row, context.now())
    await deleteUpstream(row, fileId, active, context)
    return {}
  },
)

/** Deletes a file of a round at the provider; one that it does not have is gone already. */
export async function deleteUpstream(
  { caseNo, asked }: Pick<SupplementRow, 'caseNo' | 'asked'>,
  attachId: string,
  { bindingId }: Pick<ActiveIdentity, 'bindingId'>,
  waiting: Waiting,
): Promise<void> {
  try {
    await deleteSupplementFile(sessionOf(bindingId, waiting), { caseNo, round: asked.round, attachId })
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'NOT_FOUND')) throw error
  }
}
