import * as v from 'valibot'
import { type CaseProgress, shortNameOf } from '../../../miniprogram/shared/domain/case'
import { defineAction } from '../../kernel/define-action'
import { type Context } from '../../kernel/context'
import { providerId } from '../../kernel/inputs'
import { loadable } from '../../kernel/loadable'
import { readProgress } from '../../one-network/resources/cases'
import { readCaseContent } from '../../one-network/resources/past-files'
import { requireAccount } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { roundsOf } from '../../domain/supplement/rounds'

const standingOf = (progress: CaseProgress) => ({
  matterName: shortNameOf(progress),
  statusName: progress.status.name,
  ...(progress.stage === undefined ? {} : { stage: progress.stage }),
})

/**
 * The supplement workbench of a case: what is wanted (#22), what was uploaded (#26), what was submitted before (#21), and
 * where the case stands (#27), asked at the same time. Only the first is needed; the others may fail alone. Whose case it
 * is the provider decides by the token: another's and a missing one both answer NOT_FOUND.
 */
export const openSupplement = defineAction(
  'supplement.open',
  v.object({ caseNo: providerId }),
  async ({ caseNo }, context: Context) => {
    const { view, active } = await requireAccount(context)
    const session = sessionOf(active.bindingId, context)
    const content = loadable(readCaseContent(session, caseNo), context)
    const before = content.then((part) => (part.ok ? part.value : undefined))
    const [{ rounds, earlier }, progress, { ok: beforeKnown }] = await Promise.all([
      roundsOf(caseNo, session, before, active, context),
      loadable(readProgress(session, caseNo), context),
      content,
    ])
    const standing = progress.ok ? standingOf(progress.value) : { matterName: '', statusName: '' }
    return { account: view, caseNo, ...standing, rounds, beforeKnown, earlier }
  },
)
