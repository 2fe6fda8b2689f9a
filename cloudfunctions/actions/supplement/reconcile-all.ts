import { questionsOf } from '../../ledger/reconcile'
import { supplementLedger, type SupplementRow } from '../../stores/supplements'
import { boundIdentity } from '../account/identity'
import { reconcileAnswer } from './answer/errand'

/** Rounds whose outcome is open: the provider is asked under the login of the citizen who sent it. */
export const openAnswers = questionsOf<SupplementRow>({
  name: 'supplement',
  ledger: supplementLedger,
  where: { state: 'confirming' },
  ask: async (row, waiting) => {
    const active = await boundIdentity(row)
    if (!active) return 'skipped'
    return (await reconcileAnswer(row, active, waiting)).state === 'submitted' ? 'known' : 'open'
  },
})
