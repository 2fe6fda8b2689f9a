import { type CaseCounts } from '../../../miniprogram/shared/domain/case'
import { type Loadable } from '../../../miniprogram/shared/contract/reply'
import { type Context } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { nothing } from '../../kernel/inputs'
import { loadable } from '../../kernel/loadable'
import { countCases } from '../../one-network/resources/cases'
import { listUnfinished } from '../../stores/declarations'
import { loadAccount, type ActiveIdentity } from '../account/identity'
import { withUserToken } from '../account/session'
import { toBrief } from '../declaration/view'
import { countUnread } from '../../stores/messages'
import { loadCatalogue } from '../matter/catalogue'

const countsOf = (active: ActiveIdentity | undefined, context: Context): Promise<Loadable<CaseCounts> | null> =>
  active
    ? loadable(
        withUserToken(active.bindingId, context, (token) => countCases(token, context)),
        context,
      )
    : Promise.resolve(null)

const draftsOf = async (active: ActiveIdentity | undefined) =>
  active ? (await listUnfinished(active)).map(toBrief) : []

/** The first page: account, catalogue (#33), counts (#18) and drafts, each of which may fail alone. */
export const openHome = defineAction('home.open', nothing, async (_input, context) => {
  const own = loadAccount(context).then(async ({ view, active }) => {
    const [counts, drafts, unread] = await Promise.all([
      countsOf(active, context),
      loadable(draftsOf(active), context),
      active ? countUnread(active) : 0,
    ])
    return { account: view, counts, drafts, unread }
  })
  const [mine, matters] = await Promise.all([own, loadable(loadCatalogue(context), context)])
  return { ...mine, matters }
})
