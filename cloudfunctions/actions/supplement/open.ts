import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { type Context } from '../../kernel/context'
import { providerId } from '../../kernel/inputs'
import { loadable } from '../../kernel/loadable'
import { readProgress } from '../../one-network/resources/cases'
import { readCaseContent } from '../../one-network/resources/past-files'
import { listSupplemented, readRequirements } from '../../one-network/resources/supplements'
import { listSupplements } from '../../stores/supplements'
import { requireAccount } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { rowOf } from '../../domain/supplement/rows'
import { itemsOf, toEarlier, toRound } from '../../domain/supplement/view'

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
    const [required, held, content, progress, known] = await Promise.all([
      readRequirements(session, caseNo),
      loadable(listSupplemented(session, caseNo), context),
      loadable(readCaseContent(session, caseNo), context),
      loadable(readProgress(session, caseNo), context),
      listSupplements(caseNo, active),
    ])
    const before = content.ok ? content.value : undefined
    const heldRounds = held.ok ? held.value : []
    const wanted = await Promise.all(
      required.rounds.map((asked) => rowOf({ caseNo, matterId: required.matterId, asked }, before, active, context)),
    )
    // The provider no longer lists a round that it has taken, while we do not know yet that it has.
    const open = known.filter((row) => row.state === 'confirming' && !wanted.some(({ _id }) => _id === row._id))
    const rounds = await Promise.all(
      [...wanted, ...open].map(async (row) => {
        const here = heldRounds.find(({ round }) => round === row.asked.round)
        return toRound(row, await itemsOf(row, active, before, here, context.now()), context.now())
      }),
    )
    return {
      account: view,
      caseNo,
      matterName: progress.ok ? progress.value.matterName : '',
      statusName: progress.ok ? progress.value.status.name : '',
      rounds: rounds.sort((a, b) => a.round - b.round),
      beforeKnown: content.ok,
      earlier: held.ok
        ? { ok: true as const, value: heldRounds.filter(({ submitted }) => submitted).map(toEarlier) }
        : held,
    }
  },
)
