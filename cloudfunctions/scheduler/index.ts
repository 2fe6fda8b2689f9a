import { cleanUpEvents } from '../actions/approval-event/clean-up'
import { handleEvents } from '../actions/approval-event/handle-all'
import { pollCases } from '../actions/approval-event/poll'
import { cleanUpUploads } from '../actions/attachment/clean-up'
import { reconcileSubmissions } from '../actions/declaration/reconcile-all'
import { sendReminders } from '../actions/inbox/send-reminders'
import { reconcileSupplements } from '../actions/supplement/reconcile-all'
import { cleanUpTemporaryFiles } from '../actions/temporary-file/clean-up'
import { defineTimer } from '../kernel/define-timer'

/** Timer-triggered; the names are those of deploy/functions.json. */
export const main = defineTimer({
  events: async (waiting) => ({ ...(await handleEvents(waiting)), ...(await sendReminders(waiting)) }),
  reconcile: async (waiting) => ({
    ...(await reconcileSubmissions(waiting)),
    ...(await reconcileSupplements(waiting)),
  }),
  poll: pollCases,
  'clean-up': async (waiting) => ({
    ...(await cleanUpUploads(waiting)),
    ...(await cleanUpTemporaryFiles(waiting)),
    ...(await cleanUpEvents()),
  }),
})
