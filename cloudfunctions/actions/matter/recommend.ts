import * as v from 'valibot'
import { type CallBudget } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { providerId } from '../../kernel/inputs'
import { loadAccount } from '../../domain/account/identity'
import { loadCatalogue, loadGuide } from '../../domain/matter/catalogue'
import { nextBatch } from '../../domain/matter/recommended'

const input = v.object({ shown: v.pipe(v.array(providerId), v.maxLength(20)) })

/** Other recommended matters for the active identity (#34), and whom to call who finds none that fits. */
export const recommendMatters = defineAction('matter.recommend', input, async ({ shown }, context) => {
  const batch = loadAccount(context).then(({ active }) => nextBatch(active?.profile.subjectType, shown, context))
  const [found, phone] = await Promise.all([batch, windowPhone(context)])
  return { ...found, phone }
})

/** All matters are served at one window, so any guide names its telephone (#3); '' when none can be read now. */
async function windowPhone(budget: CallBudget): Promise<string> {
  try {
    const [any] = await loadCatalogue(budget)
    return any === undefined ? '' : (await loadGuide(any.matterId, budget)).phone
  } catch (error) {
    if (error instanceof AppError) return ''
    throw error
  }
}
