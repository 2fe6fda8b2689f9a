import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { ourId } from '../../kernel/inputs'
import { requireDeclaration, requireEditable } from '../../domain/declaration/access'
import { toDeclaration } from '../../domain/declaration/view'
import { readMissing } from '../../domain/declaration/missing-sources'

const BUDGET_MS = 18_000
/**
 * Asks again for the sources that did not answer when the draft was opened, and gives the draft with what came. Changes
 * no answer, except fields that nobody can type. UPSTREAM_UNAVAILABLE when still none of them answers.
 */
export const readOffers = defineAction(
  'declaration.offers',
  v.object({ draftId: ourId }),
  async ({ draftId }, context) => {
    const own = await requireDeclaration(draftId, context)
    requireEditable(own.row)
    const row = await readMissing(own, context)
    return { account: own.view, declaration: await toDeclaration(row, own.active.profile, context.now()) }
  },
  BUDGET_MS,
)
