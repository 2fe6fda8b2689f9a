import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { subjectType } from '../../kernel/inputs'
import { activateBinding, bindingId } from '../../stores/bindings'
import { myAccount } from '../../domain/news/my-account'

/** Makes the other bound identity the active one. NOT_BOUND when it is not bound. */
export const switchAccount = defineAction('account.switch', v.object({ subjectType }), async (input, context) => {
  const switched = await activateBinding(bindingId(context.openid, input.subjectType), context.now())
  if (switched === 0) throw new AppError('NOT_BOUND', 'that identity is not bound')
  return myAccount(context)
})
