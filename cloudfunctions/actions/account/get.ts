import { defineAction } from '../../kernel/define-action'
import { nothing } from '../../kernel/inputs'
import { loadAccount } from '../../domain/account/identity'

/** What is bound, masked. */
export const getAccount = defineAction('account.get', nothing, async (_input, context) => {
  return (await loadAccount(context)).view
})
