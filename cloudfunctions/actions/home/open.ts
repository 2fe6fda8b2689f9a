import { type CaseCounts } from '../../../miniprogram/shared/domain/case'
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
import { toBrief } from '../../domain/declaration/view'
import { countUnread } from '../../stores/messages'
import { loadCatalogue } from '../../domain/matter/catalogue'
import { firstBatch } from '../../domain/matter/recommended'

const countsOf = (active: ActiveIdentity | undefined, context: Context): Promise<Loadable<CaseCounts> | null> =>
  active ? loadable(countCases(sessionOf(active.bindingId, context)), context) : Promise.resolve(null)

const draftsOf = async (active: ActiveIdentity | undefined) =>
  active ? (await listUnfinished(active)).map(toBrief) : []

/** Nobody waits longer, in ms, for what is only a suggestion: the page has the catalogue to fall back on. */
const SUGGESTION_MS = 2500

const recommendedFor = (active: ActiveIdentity | undefined, context: Context): Promise<Loadable<MatterBatch>> => {
  const deadline = Math.min(context.deadline, Date.now() + SUGGESTION_MS)
  return loadable(firstBatch(active?.profile.subjectType, { ...context, deadline }), context)
}

/** The first page: account, catalogue (#33), suggestions (#34), counts (#18) and drafts; each may fail alone. */
export const openHome = defineAction('home.open', nothing, async (_input, context) => {
  const own = loadAccount(context).then(async ({ view, active }) => {
    const [counts, drafts, recommended, unread] = await Promise.all([
      countsOf(active, context),
      loadable(draftsOf(active), context),
      recommendedFor(active, context),
      active ? countUnread(active) : 0,
    ])
    return { account: view, counts, drafts, recommended, unread }
  })
  const [mine, matters] = await Promise.all([own, loadable(loadCatalogue(context), context)])
  return { ...mine, matters }
})
