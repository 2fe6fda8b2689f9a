import { tellLateWork } from '../domain/alarms/late-work'
import { written } from '../domain/audit/clean-up'
import { removeAuditDays } from '../domain/audit/remove-days'
import { sealAudit } from '../domain/audit/seal'
import { tellOldKey } from '../domain/alarms/old-key'
import { cleanUpEvents } from '../domain/news/clean-up'
import { handleEvents } from '../domain/news/handle-all'
import { pollCases } from '../domain/news/poll'
import { cleanUpUploads } from '../domain/attachment/clean-up'
import { removeHeldBytes } from '../domain/attachment/held-bytes'
import { cleanUpAllowances } from '../domain/limits/clean-up'
import { cleanUpLogins } from '../domain/login/clean-up'
import { openSubmissions } from '../domain/declaration/submission/errand'
import { sendReminders } from '../domain/news/send-reminders'
import { openAnswers } from '../domain/supplement/answer/errand'
import { resealRows } from '../domain/sealing/reseal-rows'
import { cleanUpTemporaryFiles } from '../domain/storage/clean-up'
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
    run: written(
      allOf(cleanUpUploads, removeHeldBytes, cleanUpTemporaryFiles, cleanUpEvents, cleanUpLogins, cleanUpAllowances),
    ),
  },
  audit: { everyMinutes: 1, atMostMs: 5_000, run: sealAudit },
  'audit-days': { everyMinutes: 24 * 60, atMostMs: 30_000, run: removeAuditDays },
  alarms: { everyMinutes: 5, atMostMs: 5_000, run: tellLateWork },
  holidays: { everyMinutes: 24 * 60, atMostMs: 5_000, run: allOf(tellHolidays, tellOldKey) },
  sealing: { everyMinutes: 10, atMostMs: 30_000, run: resealRows },
}
