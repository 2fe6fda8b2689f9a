import type { MyAccount } from '../../shared/contract/actions/account'
import { unreadText } from '../../shared/domain/message'

/** What the row 消息 says at its right, and below its title. */
export const NO_NEWS = { value: '', note: '办件的每一步进展' }

/** How many messages are unread, or that it is not known; the row leads to them all the same. */
export function inboxRow(news: NonNullable<MyAccount['news']>): typeof NO_NEWS {
  if (!news.ok) return { ...NO_NEWS, note: '未读条数没有取到，请点进去看' }
  const unread = unreadText(news.value.unread)
  return unread === '' ? NO_NEWS : { ...NO_NEWS, value: `${unread} 条未读` }
}
