import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { ourId } from '../../kernel/inputs'
import { requireDeclaration } from './access'
import { toDeclaration } from './view'

/** Everything that the filing pages need, in one call; asks nothing of the provider, so it opens when that is down. */
export const openDeclaration = defineAction(
  'declaration.open',
  v.object({ draftId: ourId }),
  async (input, context) => {
    const { view, active, row } = await requireDeclaration(input.draftId, context)
    return { account: view, declaration: await toDeclaration(row, active.profile, context.now()) }
  },
)
