import { type CallBudget } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { type BindingRow, listBindings, removeBinding } from '../../stores/bindings'
import { countConfirming } from '../../stores/declarations'
import { findFormerOwner, putAskedFormerOwner } from '../../stores/former-owners'
import { countConfirmingAnswers } from '../../stores/supplements'
import { eraseFormerOwner } from '../retention/former-owners'

/**
 * Unbinds all identities of a WeChat user and removes all that is kept of them. STATE_CHANGED, and nothing is done, while the
 * outcome of something that was sent is open: only her login can ask for it.
 * @returns false when the scheduler does the rest (job `clean-up`)
 */
export async function leaveAll(openid: string, budget: CallBudget): Promise<boolean> {
  const bindings = await listBindings(openid)
  await refuseWhileOpen(bindings)
  let isDone = true
  for (const binding of bindings) {
    // First what makes the scheduler finish it, whatever happens here.
    await putAskedFormerOwner(binding, Date.now())
    await removeBinding(binding._id)
    const former = await findFormerOwner(binding)
    isDone = (former === undefined || (await eraseFormerOwner(former, budget))) && isDone
  }
  return isDone
}

async function refuseWhileOpen(bindings: readonly BindingRow[]): Promise<void> {
  const counts = await Promise.all(bindings.flatMap((owner) => [countConfirming(owner), countConfirmingAnswers(owner)]))
  const open = counts.reduce((sum, count) => sum + count, 0)
  if (open === 0) return
  throw new AppError('STATE_CHANGED', 'an outcome is open', {
    userMessage: `什么都没有删：还有 ${open} 件的提交结果在确认，请过几分钟再来`,
  })
}
