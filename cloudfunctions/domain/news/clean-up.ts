import { removeOldEvents } from '../../stores/approval-events'
import { removeOldNonces } from '../../stores/callback-nonces'
import { removeOldConsents } from '../../stores/reminder-consents'
import { removeOldReminders } from '../../stores/reminder-outbox'

const DAY = 24 * 3600 * 1000
/** Contract chapter 10: events are told apart for at least 30 days. */
const EVENTS_MS = 60 * DAY
/** Contract chapter 3: 10 minutes; a little longer than any timestamp is taken. */
const NONCES_MS = 20 * 60_000
const REMINDERS_MS = 30 * DAY

/** Forgets what only tells repetitions apart. Messages stay: the inbox holds everything. */
export async function cleanUpEvents(): Promise<Readonly<Record<string, number>>> {
  const now = Date.now()
  return {
    eventsRemoved: await removeOldEvents(now - EVENTS_MS),
    noncesRemoved: await removeOldNonces(now - NONCES_MS),
    remindersRemoved: (await removeOldReminders(now - REMINDERS_MS)) + (await removeOldConsents(now - REMINDERS_MS)),
  }
}
