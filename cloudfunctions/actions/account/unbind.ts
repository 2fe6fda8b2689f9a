import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { subjectType } from '../../kernel/inputs'
import { withdrawAllConsents } from '../../stores/consents'
import { listUnfinished } from '../../stores/declarations'
import { bindingId, findBinding, removeBinding } from '../../stores/bindings'
import { noteDeparture } from '../../domain/account/leave'
import { myAccount } from '../../domain/news/my-account'

/**
 * Forgets the tokens and the profile. What she has here stays for a time (stores/retention.ts): she finds it after binding
 * again. Unbinding what is not bound is no error.
 */
export const unbindAccount = defineAction('account.unbind', v.object({ subjectType }), async (input, context) => {
  const _id = bindingId(context.openid, input.subjectType)
  const binding = await findBinding(_id)
  if (binding) {
    context.trail.actsAs(binding)
    await noteDeparture(binding)
  }
  const drafts = binding ? await listUnfinished(binding) : []
  await removeBinding(_id)
  const account = await myAccount(context)
  // The texts of the login end with it.
  if (account.identities.length === 0) await withdrawAllConsents(context.openid, context.now())
  return { ...account, draftIds: drafts.map((draft) => draft._id) }
})
