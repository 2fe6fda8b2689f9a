import { defineAction } from '../../kernel/define-action'
import { nothing } from '../../kernel/inputs'
import { loadAccount } from '../../domain/account/identity'
import { leaveAll } from '../../domain/own-data/leave'

/**
 * Unbinds all identities and removes all that is kept of them here. Cases stay with the provider, pseudonyms in the audit log
 * until their time (ADR 24, 26). STATE_CHANGED while the outcome of something is open. Repeating it is harmless.
 */
export const leave = defineAction('data.leave', nothing, async (_input, context) => {
  await loadAccount(context)
  const isDone = await leaveAll(context.openid, context)
  return { account: (await loadAccount(context)).view, isDone }
})
