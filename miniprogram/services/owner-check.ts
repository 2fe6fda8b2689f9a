import { confirm } from '../platform/feedback'
import { endIdle, isIdle } from '../platform/idle-lock'
import { goTo } from '../platform/routes'
import { askPhoneForOwner } from '../platform/soter'
import { newId } from './new-id'
import { lastSeenAccount } from './seen-account'

/**
 * May this be done by whoever holds the phone? After a long pause the phone's fingerprint or face is asked, or else the
 * provider's login, which leads away: then what was wanted is tapped again. Drafts are never asked for: who was just filling one
 * goes on.
 * @param act what it is for, behind 再: 解除绑定
 */
export async function isOwner(act: string): Promise<boolean> {
  if (!isIdle()) return true
  const answer = await askPhoneForOwner(newId(), `确认是您本人，再${act}`)
  if (answer === 'yes') endIdle()
  if (answer !== 'cannot') return answer === 'yes'
  const content = `有半小时没有用了。请登录一次一网通，确认是您本人，再${act}。草稿和填写不受影响。`
  if (!(await confirm({ title: '请确认是您本人', content, confirmText: '去登录' }))) return false
  await goTo('bind', { subjectType: lastSeenAccount()?.active ?? 'person' })
  return false
}
