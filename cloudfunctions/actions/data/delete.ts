import * as v from 'valibot'
import { ERASABLE_KINDS } from '../../../miniprogram/shared/domain/own-data'
import { defineAction } from '../../kernel/define-action'
import { requireAccount } from '../../domain/account/identity'
import { ERASE } from '../../domain/own-data/erase-kind'
import { keptOf } from '../../domain/own-data/kept'

const input = v.object({ kind: v.picklist(ERASABLE_KINDS) })

/** Removes one kind of what is kept of the active identity. What is being sent at this moment stays. */
export const deleteData = defineAction('data.delete', input, async ({ kind }, context) => {
  const { view, active } = await requireAccount(context)
  await ERASE[kind](active, context)
  return { account: view, kept: await keptOf(active) }
})
