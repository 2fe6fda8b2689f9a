import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { ourId } from '../../kernel/inputs'
import { removeDeclaration } from '../../stores/declarations'
import { eraseFilesOf } from '../../domain/attachment/erase-files'
import { requireDeclaration, requireEditable } from '../../domain/declaration/access'

/** Throws a draft away, with its files. What the provider holds of it expires there (30 days, contract #16). */
export const discardDeclaration = defineAction(
  'declaration.discard',
  v.object({ draftId: ourId }),
  async (input, context) => {
    const { row } = await requireDeclaration(input.draftId, context)
    requireEditable(row)
    if (!(await removeDeclaration(row._id, { state: 'draft' }))) {
      throw new AppError('STATE_CHANGED', 'draft changed while it was discarded')
    }
    await eraseFilesOf(row._id, context.now())
    return {}
  },
)
