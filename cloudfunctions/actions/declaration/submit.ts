import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { ourId, version } from '../../kernel/inputs'
import { findDeclaration } from '../../stores/declarations'
import { isOutdated, withCurrentForms } from '../../domain/declaration/form-move/move'
import { requireDeclaration, staleVersion } from '../../domain/declaration/access'
import { formReplaced } from '../../domain/declaration/submission/form-version'
import { submitOutcomeOf } from '../../domain/declaration/submission/submitting'
import { claimDraft, notClaimed, requireComplete, submitClaimed } from '../../domain/declaration/submission/submit'

const input = v.object({ draftId: ourId, version })

/** After this the page says 结果确认中, although the contract would let function 4 take thirty seconds: it is asked later. */
const BUDGET_MS = 20_000

/**
 * The formal submit. The page names only the draft and its version: what is sent is what the server holds and judged
 * itself. Of any number of concurrent calls one sends; the others say 结果确认中. Repeating it is harmless.
 */
export const submitDeclaration = defineAction(
  'declaration.submit',
  input,
  async ({ draftId, version: shown }, context) => {
    const own = await requireDeclaration(draftId, context)
    if (own.row.state !== 'draft') return submitOutcomeOf(own.row)
    if (isOutdated(own.row)) {
      await withCurrentForms(own, context)
      throw formReplaced()
    }
    if (own.row.version !== shown) throw staleVersion(own.row.version)
    await requireComplete(own, context)

    const claim = await claimDraft(own, context)
    if (claim) return submitClaimed(claim, own, context)
    const current = await findDeclaration(draftId, own.active)
    if (current && current.state !== 'draft') return submitOutcomeOf(current)
    throw notClaimed(current, shown)
  },
  BUDGET_MS,
)
