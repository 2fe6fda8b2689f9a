import { cleanUpEvents } from '../actions/approval-event/clean-up'
import { handleEvents } from '../actions/approval-event/handle-all'
import { pollCases } from '../actions/approval-event/poll'
import { cleanUpUploads } from '../actions/attachment/clean-up'
import { openSubmissions } from '../actions/declaration/reconcile-all'
import { sendReminders } from '../actions/inbox/send-reminders'
import { openAnswers } from '../actions/supplement/reconcile-all'
import { cleanUpTemporaryFiles } from '../actions/temporary-file/clean-up'
import { tellHolidays } from '../forms/holiday-notice'
import { allOf, defineTimer, type Job } from '../kernel/define-timer'
import { jobsOf, reconcileAll } from '../ledger/reconcile'
import { scheduledJobs } from '../stores/scheduled-jobs'

const reconcile: Job = async (waiting) =>
  reconcileAll(await Promise.all([jobsOf(openSubmissions, waiting), jobsOf(openAnswers, waiting)]), waiting)
const cleanUp = allOf(cleanUpUploads, cleanUpTemporaryFiles, cleanUpEvents)

/** Timer-triggered, once a minute (deploy/functions.json). The most urgent first: it leaves time for one other. */
export const main = defineTimer(
  {
    events: { everyMinutes: 1, atMostMs: 20_000, run: allOf(handleEvents, sendReminders) },
    reconcile: { everyMinutes: 5, atMostMs: 35_000, run: reconcile },
    poll: { everyMinutes: 10, atMostMs: 35_000, run: pollCases },
    'clean-up': { everyMinutes: 60, atMostMs: 35_000, run: cleanUp },
    holidays: { everyMinutes: 24 * 60, atMostMs: 5_000, run: tellHolidays },
  },
  scheduledJobs,
)
