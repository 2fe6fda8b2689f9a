import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { ourId } from '../../kernel/inputs'
import { requireDeclaration } from '../../domain/declaration/access'
import { withCurrentForms } from '../../domain/declaration/form-move/move'
import { toDeclaration } from '../../domain/declaration/view'

/**
 * Everything that the filing pages need, in one call; asks nothing of the provider, so it opens when that is down. A draft
 * whose form was replaced is moved to the new one.
 */
export const openDeclaration = defineAction(
  'declaration.open',
  v.object({ draftId: ourId }),
  async (input, context) => {
    const own = await requireDeclaration(input.draftId, context)
    const { view, active, row } = await withCurrentForms(own, context)
    return { account: view, declaration: await toDeclaration(row, active.profile, context.now()) }
  },
)
