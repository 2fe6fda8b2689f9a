import { questionsOf } from '../../ledger/reconcile'
import { declarationLedger, type DeclarationRow } from '../../stores/declarations'
import { boundIdentity } from '../account/identity'
import { reconcileSubmission } from './submission/errand'

/** Submissions whose outcome is open: the provider is asked under the login of the citizen who sent it. */
export const openSubmissions = questionsOf<DeclarationRow>({
  name: 'submission',
  ledger: declarationLedger,
  where: { state: 'confirming' },
  ask: async (row, waiting) => {
    const identity = await boundIdentity(row)
    if (!identity) return 'skipped'
    return (await reconcileSubmission(row, identity, waiting)).state === 'submitted' ? 'known' : 'open'
  },
})
