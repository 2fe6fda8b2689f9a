import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { subjectType } from '../../kernel/inputs'
import { bindingId, findBinding, removeBinding } from '../../stores/bindings'
import { myAccount } from '../../domain/news/my-account'

/**
 * Forgets the tokens and the profile. Drafts stay: they belong to the One-Network user, who finds them after binding
 * again. Unbinding what is not bound is no error.
 */
export const unbindAccount = defineAction('account.unbind', v.object({ subjectType }), async (input, context) => {
  const _id = bindingId(context.openid, input.subjectType)
  const binding = await findBinding(_id)
  if (binding) context.trail.actsAs(binding)
  await removeBinding(_id)
  return myAccount(context)
})
