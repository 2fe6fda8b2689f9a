import { cleanUpUploads } from '../actions/attachment/clean-up'
import { reconcileSubmissions } from '../actions/declaration/reconcile-all'
import { defineTimer } from '../kernel/define-timer'

/** Timer-triggered; the names are those of deploy/functions.json. */
export const main = defineTimer({
  reconcile: reconcileSubmissions,
  'clean-up': cleanUpUploads,
})
