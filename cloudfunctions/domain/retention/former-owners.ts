import { type CallBudget } from '../../kernel/context'
import { findFormerOwner, type FormerOwnerRow, postponeErasing, removeFormerOwner } from '../../stores/former-owners'
import { withdrawAllConsents } from '../../stores/consents'
import { listBindings } from '../../stores/bindings'
import { removeRemindersOf } from '../../stores/reminder-outbox'
import { removeConsentsOf } from '../../stores/reminder-consents'
import { type Owner } from '../../stores/owner'
import { DAY } from '../../stores/retention'
import { isBound } from '../account/identity'
import { eraseOwner } from './erase'

/** Removes all of a former owner whose time is over, and who is not here again; false when something has to wait for another day. */
export async function eraseFormerOwner(former: FormerOwnerRow, budget: CallBudget): Promise<boolean> {
  if (!(await isBound(former))) {
    if (!(await eraseOwner(former, budget))) {
      await postponeErasing(former, Date.now() + DAY)
      return false
    }
    await forgetWeChatUser(former.openid)
  }
  return (await removeFormerOwner(former)) === 1
}

/** What belongs to a WeChat user, whichever identity acts, goes with the last of them. */
async function forgetWeChatUser(openid: string): Promise<void> {
  if ((await listBindings(openid)).length > 0) return
  await Promise.all([removeRemindersOf(openid), removeConsentsOf(openid), withdrawAllConsents(openid, Date.now())])
}

/** She has bound again: what is kept of her stays, but for what she wanted to be removed. */
export async function welcomeBack(owner: Owner, budget: CallBudget): Promise<void> {
  const former = await findFormerOwner(owner)
  if (!former) return
  if (former.asked) await eraseOwner(owner, budget)
  await removeFormerOwner(owner)
}
