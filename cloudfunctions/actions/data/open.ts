import { defineAction } from '../../kernel/define-action'
import { nothing } from '../../kernel/inputs'
import { loadAccount } from '../../domain/account/identity'
import { keptOf } from '../../domain/own-data/kept'

/** What is kept of the caller here, how much of it, and until when. */
export const openData = defineAction('data.open', nothing, async (_input, context) => {
  const { view, active } = await loadAccount(context)
  return { account: view, kept: active ? await keptOf(active) : [] }
})
