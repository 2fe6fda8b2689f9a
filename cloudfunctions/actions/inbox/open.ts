import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { listBindings } from '../../stores/bindings'
import { countUnread, listMessages } from '../../stores/messages'
import { requireAccount } from '../../domain/account/identity'
import { remindersOf } from '../../domain/news/reminders'
import { tellFresh, toMessages } from '../../domain/news/inbox'

const input = v.object({ pageNo: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)) })

const PAGE_SIZE = 20
/** Messages of the active identity, newest first, with what WeChat may still deliver. */
export const openInbox = defineAction('inbox.open', input, async ({ pageNo }, context) => {
  const { view, active } = await requireAccount(context)
  if (pageNo === 1) await tellFresh(active.userId, context)
  const [rows, unread, reminders, bindings] = await Promise.all([
    listMessages(active, (pageNo - 1) * PAGE_SIZE, PAGE_SIZE + 1),
    countUnread(active),
    remindersOf(context.openid),
    listBindings(context.openid),
  ])
  const others = bindings.filter(({ userId }) => userId !== active.userId)
  const [page, unreadElsewhere] = await Promise.all([
    toMessages(rows.slice(0, PAGE_SIZE), context.now()),
    Promise.all(others.map(countUnread)),
  ])
  return {
    account: view,
    messages: page,
    hasMore: rows.length > PAGE_SIZE,
    unread,
    unreadElsewhere: unreadElsewhere.reduce((sum, n) => sum + n, 0),
    reminders,
  }
})
