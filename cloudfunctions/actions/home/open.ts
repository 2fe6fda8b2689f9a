import { type MatterBatch } from '../../../miniprogram/shared/domain/matter'
import { type Loadable } from '../../../miniprogram/shared/contract/reply'
import { type Context } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { nothing } from '../../kernel/inputs'
import { loadable } from '../../kernel/loadable'
import { countCases } from '../../one-network/resources/cases'
import { listUnfinished } from '../../stores/declarations'
import { loadAccount, type ActiveIdentity } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { casesOfTurn } from '../../domain/case/turns'
import { toBrief } from '../../domain/declaration/view'
import { countUnread } from '../../stores/messages'
import { casesToRate } from '../../domain/case/to-rate'
import { loadCatalogue } from '../../domain/matter/catalogue'
import { firstBatch } from '../../domain/matter/recommended'
import { windowPhone } from '../../domain/matter/window-phone'

const draftsOf = async (active: ActiveIdentity | undefined) =>
  active ? (await listUnfinished(active)).map(toBrief) : []

/** Nobody waits longer, in ms, for what only adds to the page: it has the catalogue to fall back on. */
const SUGGESTION_MS = 2500

const briefly = (context: Context): Context => ({
  ...context,
  deadline: Math.min(context.deadline, Date.now() + SUGGESTION_MS),
})

const recommendedFor = (active: ActiveIdentity | undefined, context: Context): Promise<Loadable<MatterBatch>> =>
  loadable(firstBatch(active?.profile.subjectType, briefly(context)), context)

/** A part that only an identity has; null = nothing is bound. */
const ownPart = <T>(
  active: ActiveIdentity | undefined,
  read: (active: ActiveIdentity) => Promise<T>,
  context: Context,
): Promise<Loadable<T> | null> => (active ? loadable(read(active), context) : Promise.resolve(null))

/**
 * The first page: account, what waits for the applicant (#19), catalogue (#33), suggestions (#34), counts (#18), drafts,
 * what may be rated and the window's telephone (#3), read at the same time; each may fail alone.
 */
export const openHome = defineAction('home.open', nothing, async (_input, context) => {
  const own = loadAccount(context).then(async ({ view, active }) => {
    const [turns, counts, toRate, drafts, recommended, unread] = await Promise.all([
      ownPart(active, (one) => casesOfTurn(one, context), context),
      ownPart(active, (one) => countCases(sessionOf(one.bindingId, context)), context),
      ownPart(active, (one) => casesToRate(one, briefly(context)), context),
      loadable(draftsOf(active), context),
      recommendedFor(active, context),
      active ? countUnread(active) : 0,
    ])
    return { account: view, turns, counts, toRate, drafts, recommended, unread }
  })
  const [mine, matters, phone] = await Promise.all([
    own,
    loadable(loadCatalogue(context), context),
    windowPhone(briefly(context)),
  ])
  return { ...mine, matters, phone }
})
