import { type BeijingDate } from '../../../miniprogram/shared/domain/time'
import { Sealed } from '../../kernel/sealed'
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

export const SOURCES = new Sealed<ReadSources>('sources')

/** undefined while nothing was read. */
export const openSources = ({ _id, sources }: Pick<DeclarationRow, '_id' | 'sources'>): ReadSources | undefined =>
  sources ? SOURCES.open(_id, sources) : undefined
