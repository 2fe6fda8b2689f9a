import { cleanUpEvents } from '../actions/approval-event/clean-up'
import { handleEvents } from '../actions/approval-event/handle-all'
import { pollCases } from '../actions/approval-event/poll'
import { cleanUpUploads } from '../actions/attachment/clean-up'
import { openSubmissions } from '../actions/declaration/reconcile-all'
import { sendReminders } from '../actions/inbox/send-reminders'
import { openAnswers } from '../actions/supplement/reconcile-all'
import { cleanUpTemporaryFiles } from '../actions/temporary-file/clean-up'
import { defineTimer } from '../kernel/define-timer'
import { jobsOf, reconcileAll } from '../ledger/reconcile'

/** Timer-triggered; the names are those of deploy/functions.json. */
export const main = defineTimer({
  events: async (waiting) => ({ ...(await handleEvents(waiting)), ...(await sendReminders(waiting)) }),
  reconcile: async (waiting) => {
    const open = await Promise.all([jobsOf(openSubmissions, waiting), jobsOf(openAnswers, waiting)])
    return reconcileAll(open, waiting)
  },
  poll: pollCases,
  'clean-up': async (waiting) => ({
    ...(await cleanUpUploads(waiting)),
    ...(await cleanUpTemporaryFiles(waiting)),
    ...(await cleanUpEvents()),
  }),
})
