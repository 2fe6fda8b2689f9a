import { type Loadable } from '../../../miniprogram/shared/contract/reply'
import { type EarlierRound, type SupplementRound } from '../../../miniprogram/shared/domain/supplement'
import { type Context } from '../../kernel/context'
import { loadable } from '../../kernel/loadable'
import { listSupplemented, readRequirements } from '../../one-network/resources/supplements'
import { type UserSession } from '../../one-network/user-session'
import { listSupplements } from '../../stores/supplements'
import { type ActiveIdentity } from '../account/identity'
import { type KnownContent, rowOf } from './rows'
import { itemsOf, toEarlier, toRound } from './view'

export interface RoundsOfCase {
  readonly rounds: readonly SupplementRound[]
  /** What was supplemented before; it may fail alone. */
  readonly earlier: Loadable<readonly EarlierRound[]>
}

/**
 * The rounds of a case: what is wanted (#22) and what was uploaded (#26), each with what stands here.
 * NOT_FOUND when the provider knows no such case of this user.
 * @param before what was submitted before (#21), asked for at the same time
 */
export async function roundsOf(
  caseNo: string,
  session: UserSession,
  before: Promise<KnownContent>,
  active: ActiveIdentity,
  context: Context,
): Promise<RoundsOfCase> {
  const [required, held, content, known] = await Promise.all([
    readRequirements(session, caseNo),
    loadable(listSupplemented(session, caseNo), context),
    before,
    listSupplements(caseNo, active),
  ])
  const wanted = await Promise.all(
    required.rounds.map((asked) => rowOf({ caseNo, matterId: required.matterId, asked }, content, active, context)),
  )
  // The provider no longer lists a round that it has taken, while we do not know yet that it has.
  const open = known.filter((row) => row.state === 'confirming' && !wanted.some(({ _id }) => _id === row._id))
  const heldRounds = held.ok ? held.value : []
  const rounds = await Promise.all(
    [...wanted, ...open].map(async (row) => {
      const here = heldRounds.find(({ round }) => round === row.asked.round)
      return toRound(row, await itemsOf(row, active, content, here, context.now()), context.now())
    }),
  )
  return {
    rounds: rounds.sort((a, b) => a.round - b.round),
    earlier: held.ok ? { ok: true, value: heldRounds.filter(({ submitted }) => submitted).map(toEarlier) } : held,
  }
}
