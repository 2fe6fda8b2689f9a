import { defineAction } from '../../kernel/define-action'
import { nothing } from '../../kernel/inputs'
import { loadable } from '../../kernel/loadable'
import { loadAccount } from '../../domain/account/identity'
import { briefly, ownParts } from '../../domain/home/own-parts'
import { loadCatalogue } from '../../domain/matter/catalogue'
import { windowPhone } from '../../domain/matter/window-phone'

/**
 * The first page: account, what waits for the applicant (#19), catalogue (#33), suggestions (#34), counts (#18), drafts,
 * what may be rated and the window's telephone (#3), read at the same time; each may fail alone.
 */
export const openHome = defineAction('home.open', nothing, async (_input, context) => {
  const [own, matters, phone] = await Promise.all([
    loadAccount(context).then(async ({ view, active }) => ({ account: view, ...(await ownParts(active, context)) })),
    loadable(loadCatalogue(context), context),
    windowPhone(briefly(context)),
  ])
  return { ...own, matters, phone }
})
