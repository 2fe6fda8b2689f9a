import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { providerId } from '../../kernel/inputs'
import { loadAccount } from '../../domain/account/identity'
import { nextBatch } from '../../domain/matter/recommended'
import { windowPhone } from '../../domain/matter/window-phone'

const input = v.object({ shown: v.pipe(v.array(providerId), v.maxLength(20)) })

/** Other recommended matters for the active identity (#34), and whom to call who finds none that fits. */
export const recommendMatters = defineAction('matter.recommend', input, async ({ shown }, context) => {
  const batch = loadAccount(context).then(({ active }) => nextBatch(active?.profile.subjectType, shown, context))
  const [found, phone] = await Promise.all([batch, windowPhone(context)])
  return { ...found, phone }
})
