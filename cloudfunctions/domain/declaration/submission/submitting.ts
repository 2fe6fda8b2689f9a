import {
  type PromisedMaterial,
  type Receipt,
  type SubmitOutcome,
} from '../../../../miniprogram/shared/domain/declaration'
import { type CallBudget } from '../../../kernel/context'
import { promiseKindOf, promiseTermOf } from '../../../matters/commitments'
import { type DeclarationRow, type WrittenReceipt } from '../../../stores/declarations'
import { type ActiveIdentity } from '../../account/identity'
import { lastDay } from '../promises'

/** A declaration on its way: as it was written down last, under whose login, and how long that may take. */
export interface Submitting {
  readonly row: DeclarationRow
  readonly identity: ActiveIdentity
  readonly budget: CallBudget
}

/** The receipt as it was written, and when what was promised is due: each by the clock of its own kind of promise. */
function receiptOf({ matterId, materials, promisedMaterialIds }: DeclarationRow, receipt: WrittenReceipt): Receipt {
  const promised = receipt.promised.map(({ name, days: written }): PromisedMaterial => {
    const { materialId = '' } =
      materials.find((one) => one.name === name && promisedMaterialIds.includes(one.materialId)) ?? {}
    const kind = promiseKindOf(matterId, materialId)
    if (kind === undefined) return { name, ...(written === undefined ? {} : { days: written }) }
    const { days, from } = promiseTermOf(kind, matterId, written)
    // Nobody knows yet when a case will be accepted; the promise was made when it was submitted.
    return { name, kind, days, ...(from === 'promise' ? lastDay(receipt.submittedAt.slice(0, 10), days) : {}) }
  })
  return { ...receipt, promised }
}

/** What a row says about its submission. */
export function submitOutcomeOf(row: DeclarationRow): SubmitOutcome {
  if (row.state === 'submitted' && row.receipt) return { state: 'submitted', receipt: receiptOf(row, row.receipt) }
  return { state: 'confirming', since: row.submittingSince }
}
