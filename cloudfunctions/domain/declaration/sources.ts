import { type BeijingDate } from '../../../miniprogram/shared/domain/time'
import { config } from '../../kernel/config'
import { type CreditFacts } from '../../one-network/mappers/credit'
import { type PreviousFiling } from '../../one-network/mappers/previous-filing'
import { type DeclarationRow } from '../../stores/declarations'

/**
 * What other places say about the applicant, read once and kept sealed with the draft: opening it asks nobody. What is
 * absent was not read; null was asked for, and there is none.
 */
export interface ReadSources {
  /** Day on which the draft was opened: what the form calls today in its first values. */
  readonly openedOn: BeijingDate
  readonly credit?: { readonly facts: CreditFacts | null; readonly askedOn: BeijingDate }
  /** By materialId. */
  readonly previous: Readonly<Record<string, PreviousFiling | null>>
}

const placeOf = (draftId: string): string => `${draftId}/sources`

export const sealSources = (draftId: string, sources: ReadSources): string =>
  config().sealer.seal(sources, placeOf(draftId))

/** undefined while nothing was read. Throws when the row was tampered with or the key changed. */
export function openSources({ _id, sources }: Pick<DeclarationRow, '_id' | 'sources'>): ReadSources | undefined {
  return sources ? (config().sealer.open(sources, placeOf(_id)) as ReadSources) : undefined
}
