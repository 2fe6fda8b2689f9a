import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { agreed } from '../../kernel/inputs'
import { givenBy, giveConsents } from '../../domain/consent/consents'

/** Writes down what the caller has agreed to; nothing has to be bound. CONFLICT for another version than today's. */
export const giveConsent = defineAction('consent.give', v.object({ agreed }), async (input, context) => {
  await giveConsents(context.openid, input.agreed, context.now())
  return { given: await givenBy(context.openid) }
})
