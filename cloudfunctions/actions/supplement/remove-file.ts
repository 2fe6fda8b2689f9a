import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { ourId, providerId } from '../../kernel/inputs'
import { requireAnswerable, requireSupplement } from '../../domain/supplement/access'
import { deleteUpstream } from '../../domain/supplement/delete-file'

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
