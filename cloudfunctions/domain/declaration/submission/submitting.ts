import { type SubmitOutcome } from '../../../../miniprogram/shared/domain/declaration'
import { type CallBudget } from '../../../kernel/context'
import { type DeclarationRow } from '../../../stores/declarations'
import { type ActiveIdentity } from '../../account/identity'

/** A declaration on its way: as it was written down last, under whose login, and how long that may take. */
export interface Submitting {
  readonly row: DeclarationRow
  readonly identity: ActiveIdentity
  readonly budget: CallBudget
}

/** What a row says about its submission. */
export function submitOutcomeOf(row: DeclarationRow): SubmitOutcome {
  if (row.state === 'submitted' && row.receipt) return { state: 'submitted', receipt: row.receipt }
  return { state: 'confirming', since: row.submittingSince }
}
