import { type CallBudget } from '../../../kernel/context'
import { keyOf } from '../../../kernel/ids'
import { type Claim } from '../../../ledger/claim'
import { changeSituation } from '../../../one-network/resources/declarations'
import { type DeclarationRow } from '../../../stores/declarations'
import { type ActiveIdentity } from '../../account/identity'
import { sessionOf } from '../../account/session'

/** No change of the situation is on its way. */
export const NO_CHANGE = { situationNo: '', situationOptionIds: [] } as const

/**
 * A change of the situation whose result was lost may have reached the provider, which then wants other materials than
 * this draft has: the provider is told the draft's own situation once more (#16), before anything is submitted.
 */
export async function settleSituation(
  claim: Claim<DeclarationRow>,
  identity: ActiveIdentity,
  budget: CallBudget,
): Promise<void> {
  const { row } = claim
  if (row.situationNo === '') return
  const { declareNo, matterId, optionIds } = row
  const requestNo = keyOf('situation', row._id, String(row.claim))
  await changeSituation(sessionOf(identity.bindingId, budget), { requestNo, declareNo, matterId, optionIds })
  await claim.advance(NO_CHANGE)
}
