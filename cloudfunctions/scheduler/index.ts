import { cleanUpUploads } from '../actions/attachment/clean-up'
import { reconcileSubmissions } from '../actions/declaration/reconcile-all'
import { reconcileSupplements } from '../actions/supplement/reconcile-all'
import { cleanUpTemporaryFiles } from '../actions/temporary-file/clean-up'
import { defineTimer } from '../kernel/define-timer'

/** Timer-triggered; the names are those of deploy/functions.json. */
export const main = defineTimer({
  reconcile: async (waiting) => ({
    ...(await reconcileSubmissions(waiting)),
    ...(await reconcileSupplements(waiting)),
  }),
  'clean-up': async (waiting) => ({ ...(await cleanUpUploads(waiting)), ...(await cleanUpTemporaryFiles(waiting)) }),
})
