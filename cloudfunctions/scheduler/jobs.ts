import { tellLateWork } from '../domain/alarms/late-work'
import { written } from '../domain/audit/clean-up'
import { removeAuditDays } from '../domain/audit/remove-days'
import { sealAudit } from '../domain/audit/seal'
import { tellOldKey } from '../domain/alarms/old-key'
import { handleEvents } from '../domain/news/handle-all'
import { pollCases } from '../domain/news/poll'
import { openSubmissions } from '../domain/declaration/submission/errand'
import { sendReminders } from '../domain/news/send-reminders'
import { removeEnded } from '../domain/retention/remove-ended'
import { openAnswers } from '../domain/supplement/answer/errand'
import { resealRows } from '../domain/sealing/reseal-rows'
import { tellHolidays } from '../calendar/holiday-notice'
import { reconcileAll } from '../ledger/reconcile'
import { allOf, type ScheduledJob } from '../kernel/define-timer'

/** What the one timer runs, the most urgent first: it leaves time for one other. */
export const jobs: Readonly<Record<string, ScheduledJob>> = {
  events: { everyMinutes: 1, atMostMs: 20_000, run: allOf(handleEvents, sendReminders) },
  reconcile: {
    everyMinutes: 5,
    atMostMs: 35_000,
    run: (budget) => reconcileAll([openSubmissions, openAnswers], budget),
  },
  poll: { everyMinutes: 10, atMostMs: 35_000, run: pollCases },
  'clean-up': {
    everyMinutes: 60,
    atMostMs: 35_000,
    run: written(removeEnded),
  },
  audit: { everyMinutes: 1, atMostMs: 5_000, run: sealAudit },
  'audit-days': { everyMinutes: 24 * 60, atMostMs: 30_000, run: removeAuditDays },
  alarms: { everyMinutes: 5, atMostMs: 5_000, run: tellLateWork },
  holidays: { everyMinutes: 24 * 60, atMostMs: 5_000, run: allOf(tellHolidays, tellOldKey) },
  sealing: { everyMinutes: 10, atMostMs: 30_000, run: resealRows },
}
