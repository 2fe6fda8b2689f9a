import { Sealed } from '../../../kernel/sealed'
import { type FilledForm } from '../../../one-network/resources/declarations'
import { type SupplementRow } from '../../../stores/supplements'

/** What was first sent: a repetition under the same requestNo has to have the very same content. */
export interface SentContent {
  readonly forms: readonly FilledForm[]
  readonly remark: string
}

export const CONTENT = new Sealed<SentContent>('sent')

export const sentContent = ({ _id, sent }: Pick<SupplementRow, '_id' | 'sent'>): SentContent =>
  sent ? CONTENT.open(_id, sent) : { forms: [], remark: '' }
