import { defineAction } from '../../kernel/define-action'
import { nothing } from '../../kernel/inputs'
import { givenBy } from '../../domain/consent/consents'

/** What the caller has agreed to, and when; nothing has to be bound. */
export const listGiven = defineAction('consent.list', nothing, async (_input, context) => ({
  given: await givenBy(context.openid),
}))
