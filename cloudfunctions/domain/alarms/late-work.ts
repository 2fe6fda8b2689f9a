import { alarm, type AlarmCode } from '../../kernel/alarm'
import { type CallBudget } from '../../kernel/context'
import { WHERE_OPEN } from '../../ledger/settle'
import { listDueEvents } from '../../stores/approval-events'
import { declarationLedger } from '../../stores/declarations'
import { listDueReminders } from '../../stores/reminder-outbox'
import { supplementLedger } from '../../stores/supplements'

const MINUTE = 60_000
/** Every job comes again within ten minutes: what is three times as late does not go on by itself. */
const LATE_MS = 30 * MINUTE
/** How many are counted at most; more are as bad. */
const COUNTED = 100

/** Since when each has been waiting, ms since the epoch. */
type Waiting = (lateSince: number) => Promise<readonly number[]>

const WAITING: Readonly<Record<Extract<AlarmCode, 'OUTBOX_STUCK' | 'EVENTS_STUCK' | 'OUTCOME_OPEN'>, Waiting>> = {
  OUTBOX_STUCK: async (since) => (await listDueReminders(since, COUNTED)).map(({ dueAt }) => dueAt),
  EVENTS_STUCK: async (since) =>
    (await listDueEvents(since, COUNTED)).map(({ dueAt, receivedAt }) => Math.max(dueAt, receivedAt)),
  async OUTCOME_OPEN(since) {
    const open = await Promise.all([
      declarationLedger.free(WHERE_OPEN, COUNTED),
      supplementLedger.free(WHERE_OPEN, COUNTED),
    ])
    return open.flat().flatMap(({ submittingSince }) => {
      const sentAt = Date.parse(submittingSince)
      return sentAt < since ? [sentAt] : []
    })
  },
}

/** A job of the scheduler: what should long be done, by kind, with how many there are and how old the oldest is. */
export async function tellLateWork({ requestId }: CallBudget): Promise<Readonly<Record<string, number>>> {
  const now = Date.now()
  const counts: Record<string, number> = {}
  for (const [code, waiting] of Object.entries(WAITING)) {
    const late = (await waiting(now - LATE_MS)).filter((since) => since < now - LATE_MS)
    if (late.length === 0) continue
    counts[code] = late.length
    const oldestMinutes = Math.floor((now - Math.min(...late)) / MINUTE)
    // The names are the table's own.
    alarm(code as keyof typeof WAITING, requestId, { count: late.length, oldestMinutes })
  }
  return counts
}
