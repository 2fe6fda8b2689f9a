import { defineAction } from '../../kernel/define-action'
import { nothing } from '../../kernel/inputs'
import { myAccount } from '../../domain/news/my-account'

/** What is bound, masked, with what is new. */
export const getAccount = defineAction('account.get', nothing, (_input, context) => myAccount(context))
