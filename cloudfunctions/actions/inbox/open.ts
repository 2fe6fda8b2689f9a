import * as v from 'valibot'
import { MESSAGE_TEXT, type Message } from '../../../miniprogram/shared/domain/message'
import { config } from '../../kernel/config'
import { type Context } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { describeError, log } from '../../kernel/log'
import { listBindings } from '../../stores/bindings'
import { countUnread, listMessages, type MessageRow, newestOfCase } from '../../stores/messages'
import { requireAccount } from '../../domain/account/identity'
import { handleEvents } from '../../domain/news/handle-all'
import { notePlace } from '../../domain/news/tell'
import { remindersOf } from '../../domain/news/reminders'

const input = v.object({ pageNo: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)) })

const PAGE_SIZE = 20
/** What was pushed a moment ago is told now rather than by the next timer; the page does not wait longer for it. */
const FRESH_MS = 3_000

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
    toMessages(rows.slice(0, PAGE_SIZE)),
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

/** Its failure is no reason to hide the inbox: the timer tries again. */
async function tellFresh(userId: string, { requestId, deadline }: Context): Promise<void> {
  try {
    await handleEvents({ requestId, deadline: Math.min(deadline, Date.now() + FRESH_MS) }, userId)
  } catch (error) {
    log({ requestId, event: 'approval-event', code: 'INTERNAL', error: describeError(error) })
  }
}

/** Only the newest message of a case asks for anything: the case went on after the others. */
async function toMessages(rows: readonly MessageRow[]): Promise<readonly Message[]> {
  const cases = new Map(rows.map((row) => [row.caseNo, row] as const))
  const newest = new Map(
    await Promise.all(
      [...cases].map(async ([caseNo, row]) => [caseNo, (await newestOfCase(row, caseNo))?._id] as const),
    ),
  )
  return rows.map((row) => toMessage(row, newest.get(row.caseNo) !== row._id))
}

function toMessage(row: MessageRow, outdated: boolean): Message {
  const note = config().sealer.open(row.note, notePlace(row._id)) as string
  return {
    messageId: row._id,
    caseNo: row.caseNo,
    matterName: row.matterName,
    kind: Object.hasOwn(MESSAGE_TEXT, row.kind) ? row.kind : 'unknown',
    ...(row.rawName ? { rawName: row.rawName } : {}),
    ...(row.statusName ? { statusName: row.statusName } : {}),
    ...(note ? { note } : {}),
    ...(row.deadline ? { deadline: row.deadline } : {}),
    at: row.at,
    read: row.read,
    outdated,
    ...(row.reminder ? { reminder: row.reminder } : {}),
  }
}
