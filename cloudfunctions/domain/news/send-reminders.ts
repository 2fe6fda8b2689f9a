import { MESSAGE_TEXT } from '../../../miniprogram/shared/domain/message'
import { formatBeijingTime } from '../../../miniprogram/shared/domain/time'
import { config } from '../../kernel/config'
import { sendSubscribeMessage } from '../../kernel/openapi'
import { type CallBudget } from '../../kernel/context'
import { describeError, log } from '../../kernel/log'
import { inLanes } from '../../ledger/lanes'
import { findMessage, type MessageRow, noteReminder } from '../../stores/messages'
import { spendConsent, voidConsents } from '../../stores/reminder-consents'
import { claimReminder, listDueReminders, type OutboxRow, settleReminder } from '../../stores/reminder-outbox'
import { writeActDown } from '../audit/acts'
import { type Template, templateFor } from './templates'

const BATCH = 200
const LANES = 4
const CLAIM_MS = 65_000
const MINUTE = 60_000
/** Before the next try; after the last one it is given up, and the inbox says so. */
const REMINDER_PAUSES_MS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE)
/** WeChat: the citizen refused, or used up, what was agreed. */
const NO_CONSENT = 43101
/** WeChat: another message to the same citizen is on its way; the same one may come later. */
const BUSY: readonly number[] = [43108, 45009]
/** Where a tap on the message leads. */
const PAGE = 'packages/account/pages/inbox/inbox'
/** Most characters of a `thing` (WeChat: 订阅消息参数值内容限制说明). */
const THING = 20

type Outcome = 'sent' | 'noConsent' | 'read' | 'later' | 'givenUp'

/** Sends the reminders that are due, each until WeChat has it, refuses it, or the tries are over. */
export async function sendReminders(budget: CallBudget): Promise<Readonly<Record<string, number>>> {
  const counts = { sent: 0, noConsent: 0, read: 0, later: 0, givenUp: 0 }
  const due = await listDueReminders(Date.now() + 1, BATCH)
  await inLanes(due, { lanes: LANES, deadline: budget.deadline }, async (row) => {
    if (!(await claimReminder(row, Date.now() + CLAIM_MS))) return
    const outcome = await sendOne(row, budget)
    counts[outcome] += 1
    if (outcome === 'later') return
    await writeActDown(
      'reminder.send',
      { whose: { openid: row.openid }, hashed: { message: row._id }, outcome },
      budget,
    )
  })
  return counts
}

async function sendOne(row: OutboxRow, budget: CallBudget): Promise<Outcome> {
  const message = await findMessage(row._id)
  const template = templateFor(row.use)
  if (!message || !template) return giveUp(row, 0, budget)
  if (message.read) {
    // She has seen it: what she agreed to is kept for news that she has not.
    await settleReminder(row._id, { state: 'read' })
    await noteReminder(row._id, '')
    return 'read'
  }
  try {
    const fields = templateFields(template, message)
    const errCode = await sendSubscribeMessage({
      openid: row.openid,
      templateId: template.templateId,
      page: PAGE,
      state: config().miniprogramState,
      fields,
    })
    if (errCode === 0) return await sent(row)
    if (errCode === NO_CONSENT) return await refused(row)
    if (!BUSY.includes(errCode)) return await giveUp(row, errCode, budget)
    return await later(row, errCode, budget)
  } catch (error) {
    log({ requestId: budget.requestId, event: 'reminder', code: 'NO_ANSWER', error: describeError(error) })
    return later(row, -1, budget)
  }
}

async function sent(row: OutboxRow): Promise<Outcome> {
  await settleReminder(row._id, { state: 'sent', tries: row.tries + 1 })
  await noteReminder(row._id, 'sent')
  await spendConsent(row.openid, row.use)
  return 'sent'
}

async function refused(row: OutboxRow): Promise<Outcome> {
  await settleReminder(row._id, { state: 'no-consent', tries: row.tries + 1, lastError: NO_CONSENT })
  await noteReminder(row._id, 'no-consent')
  await voidConsents(row.openid, row.use)
  return 'noConsent'
}

async function later(row: OutboxRow, errCode: number, budget: CallBudget): Promise<Outcome> {
  const pause = REMINDER_PAUSES_MS[row.tries]
  if (pause === undefined) return giveUp(row, errCode, budget)
  await settleReminder(row._id, { tries: row.tries + 1, dueAt: Date.now() + pause, lastError: errCode })
  return 'later'
}

async function giveUp(row: OutboxRow, errCode: number, { requestId }: CallBudget): Promise<Outcome> {
  log({ requestId, event: 'reminder', code: 'GIVEN_UP', error: `wechat answered ${errCode}`, tries: row.tries + 1 })
  await settleReminder(row._id, { state: 'failed', tries: row.tries + 1, lastError: errCode })
  await noteReminder(row._id, 'failed')
  return 'givenUp'
}

const shorten = (text: string): string =>
  [...text].length > THING ? `${[...text].slice(0, THING - 1).join('')}…` : text

/** The template's fields in its own order: matter, what happened, when, what to do now. */
function templateFields({ fields }: Template, message: Pick<MessageRow, 'kind' | 'matterName' | 'at'>) {
  const { phrase, yourTurn } = MESSAGE_TEXT[message.kind]
  const next = yourTurn ? '轮到您处理，请点开查看' : '请点开查看详情'
  const values = [shorten(message.matterName), phrase, formatBeijingTime(message.at), next]
  return Object.fromEntries(fields.map((field, n) => [field, values[n] ?? '']))
}
