import { questionsOf } from '../../ledger/reconcile'
import { declarationLedger } from '../../stores/declarations'
import { boundIdentity } from '../account/identity'
import { submissionErrand } from './submission/errand'

/** Submissions whose outcome is open. */
export const openSubmissions = questionsOf({
  name: 'submission',
  ledger: declarationLedger,
  whoOf: boundIdentity,
  errandFor: submissionErrand,
})
