import { config } from '../../../kernel/config'
import { type FilledForm } from '../../../one-network/resources/declarations'
import { type SupplementRow } from '../../../stores/supplements'

/** What was first sent: a repetition under the same requestNo has to have the very same content. */
export interface SentContent {
  readonly forms: readonly FilledForm[]
  readonly remark: string
}

const placeOf = (supplementId: string): string => `${supplementId}/sent`

export const sealContent = (supplementId: string, content: SentContent): string =>
  config().sealer.seal(content, placeOf(supplementId))

export const sentContent = ({ _id, sent }: Pick<SupplementRow, '_id' | 'sent'>): SentContent =>
  sent ? (config().sealer.open(sent, placeOf(_id)) as SentContent) : { forms: [], remark: '' }
