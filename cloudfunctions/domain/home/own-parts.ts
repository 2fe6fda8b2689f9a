import { type Loadable } from '../../../miniprogram/shared/contract/reply'
import { type Context } from '../../kernel/context'
import { loadable } from '../../kernel/loadable'
import { countCases } from '../../one-network/resources/cases'
import { listUnfinished } from '../../stores/declarations'
import { countUnread } from '../../stores/messages'
import { type ActiveIdentity } from '../account/identity'
import { sessionOf } from '../account/session'
import { casesToRate } from '../case/to-rate'
import { casesOfTurn } from '../case/turns'
import { toBrief } from '../declaration/view'
import { firstBatch } from '../matter/recommended'

/** Nobody waits longer, in ms, for what only adds to the page: it has the catalogue to fall back on. */
const EXTRA_MS = 2500

/** The same call with less patience. */
export const briefly = (context: Context): Context => ({
  ...context,
  deadline: Math.min(context.deadline, Date.now() + EXTRA_MS),
})

/** A part that only an identity has; null = nothing is bound. */
const ownPart = <T>(
  active: ActiveIdentity | undefined,
  read: (active: ActiveIdentity) => Promise<T>,
  context: Context,
): Promise<Loadable<T> | null> => (active ? loadable(read(active), context) : Promise.resolve(null))

const draftsOf = async (active: ActiveIdentity | undefined) =>
  active ? (await listUnfinished(active)).map(toBrief) : []

/** What the first page shows of the active identity, read at the same time; each part may fail alone. */
export async function ownParts(active: ActiveIdentity | undefined, context: Context) {
  const [turns, counts, toRate, drafts, recommended, unread] = await Promise.all([
    ownPart(active, (one) => casesOfTurn(one, context), context),
    ownPart(active, (one) => countCases(sessionOf(one.bindingId, context)), context),
    ownPart(active, (one) => casesToRate(one, briefly(context)), context),
    loadable(draftsOf(active), context),
    loadable(firstBatch(active?.profile.subjectType, briefly(context)), context),
    active ? countUnread(active) : 0,
  ])
  return { turns, counts, toRate, drafts, recommended, unread }
}
