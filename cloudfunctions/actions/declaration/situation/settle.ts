import { AppError } from '../../../kernel/errors'
import { keyOf } from '../../../kernel/ids'
import { changeSituation } from '../../../one-network/resources/declarations'
import { withUserToken } from '../../account/session'
import { advance, type Held } from '../submission/held'

/**
 * A change of the situation whose result was lost may have reached the provider, which then wants other materials than
 * this draft has: the provider is told the draft's own situation once more (#16), before anything is submitted.
 */
export async function settleSituation(held: Held): Promise<Held> {
  const { row, identity, waiting } = held
  if (row.situationNo === '') return held
  if (row.situationUntil > Date.now()) {
    const userMessage = '这份草稿正在别处更改办理情形，请稍等一分钟再提交'
    throw new AppError('CONFLICT', 'situation is being changed', { userMessage, retryable: true })
  }
  const { declareNo, matterId, optionIds } = row
  const requestNo = keyOf('situation', row._id, String(row.claim))
  await withUserToken(identity.bindingId, waiting, (token) =>
    changeSituation({ requestNo, declareNo, matterId, optionIds }, token, waiting),
  )
  return advance(held, { situationNo: '', situationOptionIds: [], situationUntil: 0 })
}
