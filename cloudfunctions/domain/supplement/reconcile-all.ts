import { questionsOf } from '../../ledger/reconcile'
import { supplementLedger } from '../../stores/supplements'
import { boundIdentity } from '../account/identity'
import { answerErrand } from './answer/errand'

/** Rounds whose outcome is open. */
export const openAnswers = questionsOf({
  name: 'supplement',
  ledger: supplementLedger,
  whoOf: boundIdentity,
  errandFor: answerErrand,
})
