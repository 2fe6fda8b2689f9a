import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { providerId } from '../../kernel/inputs'
import { loadable } from '../../kernel/loadable'
import { readProgress } from '../../one-network/resources/cases'
import { findByCaseNo } from '../../stores/declarations'
import { requireAccount } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { guidanceOf } from '../../domain/case/guidance'
import { askedNow, isTurn } from '../../domain/case/turns'
import { watchCase } from '../../domain/news/watch'
import { remindersOf } from '../../domain/news/reminders'
import { evaluationOf } from '../../domain/evaluation/standing'
import { submitOutcomeOf } from '../../domain/declaration/submission/submitting'

/**
 * Progress of a case (#27), with its receipt when it was filed here, the window of its matter (#3), what is wanted
 * now (#22), and its evaluation when it is finished. Whose case it is the provider decides by the token: another's and a missing one both answer NOT_FOUND.
 */
export const openCase = defineAction('case.open', v.object({ caseNo: providerId }), async ({ caseNo }, context) => {
  const { view, active } = await requireAccount(context)
  const [progress, filedHere, reminders] = await Promise.all([
    readProgress(sessionOf(active.bindingId, context), caseNo),
    findByCaseNo(caseNo, active),
    remindersOf(context.openid),
  ])
  const [guidance, evaluation, asked] = await Promise.all([
    guidanceOf(progress, context),
    progress.status.turn === 'nobody' ? loadable(evaluationOf(caseNo, active, context), context) : undefined,
    isTurn(progress) ? loadable(askedNow(caseNo, active, context), context) : undefined,
    watchCase(active, progress, progress.status),
  ])
  const receipt = filedHere ? submitOutcomeOf(filedHere) : null
  return {
    account: view,
    progress,
    receipt,
    reminders,
    guidance,
    ...(evaluation === undefined ? {} : { evaluation }),
    ...(asked === undefined ? {} : { asked }),
  }
})
