import { type Message, MESSAGE_TEXT } from '../../../miniprogram/shared/domain/message'
import { workingDaysLeft } from '../../calendar/working-days'
import { type Context } from '../../kernel/context'
import { log, describeError } from '../../kernel/log'
import { newestOfCase, type MessageRow } from '../../stores/messages'
import { handleEvents } from './handle-all'
import { NOTE } from './tell'

/** What was pushed a moment ago is told now rather than by the next timer; the page does not wait longer for it. */
const FRESH_MS = 3_000

/** Its failure is no reason to hide the inbox: the timer tries again. */
export async function tellFresh(userId: string, { requestId, deadline }: Context): Promise<void> {
  try {
    await handleEvents({ requestId, deadline: Math.min(deadline, Date.now() + FRESH_MS) }, userId)
  } catch (error) {
    log({ requestId, event: 'approval-event', code: 'INTERNAL', error: describeError(error) })
  }
}

function toMessage(row: MessageRow, outdated: boolean, now: number): Message {
  const left = outdated ? undefined : workingDaysLeft(row.deadline, now)
  const note = NOTE.open(row._id, row.note)
  return {
    messageId: row._id,
    caseNo: row.caseNo,
    matterName: row.matterName,
    kind: Object.hasOwn(MESSAGE_TEXT, row.kind) ? row.kind : 'unknown',
    ...(row.rawName ? { rawName: row.rawName } : {}),
    ...(row.statusName ? { statusName: row.statusName } : {}),
    ...(note ? { note } : {}),
    ...(row.deadline ? { deadline: row.deadline } : {}),
    ...(left === undefined ? {} : { workingDaysLeft: left }),
    at: row.at,
    read: row.read,
    outdated,
    ...(row.reminder ? { reminder: row.reminder } : {}),
  }
}

/** Only the newest message of a case asks for anything: the case went on after the others. @param now ms since the epoch */
export async function toMessages(rows: readonly MessageRow[], now: number): Promise<readonly Message[]> {
  const cases = new Map(rows.map((row) => [row.caseNo, row] as const))
  const newest = new Map(
    await Promise.all(
      [...cases].map(async ([caseNo, row]) => [caseNo, (await newestOfCase(row, caseNo))?._id] as const),
    ),
  )
  return rows.map((row) => toMessage(row, newest.get(row.caseNo) !== row._id, now))
}
