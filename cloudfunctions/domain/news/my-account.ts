import { type AccountNews, type MyAccount } from '../../../miniprogram/shared/contract/actions/account'
import { type Context } from '../../kernel/context'
import { loadable } from '../../kernel/loadable'
import { countUnread } from '../../stores/messages'
import { remindersOf } from './reminders'
import { type ActiveIdentity, loadAccount } from '../account/identity'

async function newsOf(active: ActiveIdentity): Promise<AccountNews> {
  const [unread, reminders] = await Promise.all([countUnread(active), remindersOf(active.openid)])
  return { unread, reminders }
}

/** The caller's account as 我的 shows it: with what is unread, and what WeChat may still deliver. */
export async function myAccount(context: Context): Promise<MyAccount> {
  const { view, active } = await loadAccount(context)
  return active === undefined ? view : { ...view, news: await loadable(newsOf(active), context) }
}
