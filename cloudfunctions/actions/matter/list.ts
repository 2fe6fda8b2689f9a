import { defineAction } from '../../kernel/define-action'
import { nothing } from '../../kernel/inputs'
import { loadAccount } from '../../domain/account/identity'
import { loadCatalogue } from '../../domain/matter/catalogue'

/** The whole catalogue (#33). */
export const listMatters = defineAction('matter.list', nothing, async (_input, context) => {
  const [account, matters] = await Promise.all([loadAccount(context), loadCatalogue(context)])
  return { account: account.view, matters }
})
