import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { ourId } from '../../kernel/inputs'
import { reconcile } from '../../ledger/settle'
import { declarationLedger, findDeclaration } from '../../stores/declarations'
import { remindersOf } from '../../domain/news/reminders'
import { requireDeclaration } from '../../domain/declaration/access'
import { submissionErrand } from '../../domain/declaration/submission/errand'
import { submitOutcomeOf } from '../../domain/declaration/submission/submitting'

/** What became of a submit whose answer was lost (#19, #27, #15; #4 again only when the provider has no case). */
export const checkOutcome = defineAction(
  'declaration.outcome',
  v.object({ draftId: ourId }),
  async (input, context) => {
    const { view, active, row } = await requireDeclaration(input.draftId, context)
    if (row.state === 'draft') {
      const userMessage = '这份申报还没有提交，请核对后提交'
      throw new AppError('STATE_CHANGED', 'declaration is a draft', { userMessage })
    }
    const [reconciled, reminders] = await Promise.all([
      reconcile(row, declarationLedger, submissionErrand(active, context)),
      remindersOf(context.openid),
    ])
    const outcome = submitOutcomeOf(reconciled)
    const shown = { account: view, version: row.version, reminders }
    if (outcome.state === 'submitted') return { ...outcome, ...shown }
    // Another call may have finished meanwhile.
    return { ...submitOutcomeOf((await findDeclaration(row._id, active)) ?? row), ...shown }
  },
)
