import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { subjectType } from '../../kernel/inputs'
import { bindingId, removeBinding } from '../../stores/bindings'
import { myAccount } from '../../domain/news/my-account'

/**
 * Forgets the tokens and the profile. Drafts stay: they belong to the One-Network user, who finds them after binding
 * again. Unbinding what is not bound is no error.
 */
export const unbindAccount = defineAction('account.unbind', v.object({ subjectType }), async (input, context) => {
  await removeBinding(bindingId(context.openid, input.subjectType))
  return myAccount(context)
})
