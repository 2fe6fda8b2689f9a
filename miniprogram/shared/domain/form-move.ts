import type { SetAside } from '../form/kind/kind'
import type { BeijingDate } from './time'

/** A form of a draft that the office has replaced by another version: what became of the answers. */
export interface FormMove {
  readonly materialId: string
  /** Day on which the office changed the form, as the form says; else the day on which the draft moved. */
  readonly changedOn: BeijingDate
  /** The version of the draft that came of the move: as long as it stands, nobody has worked on it since. */
  readonly madeVersion: number
  /** Filled fields that were taken over. */
  readonly kept: number
  /** Fields that the old version did not have. */
  readonly added: readonly string[]
  /** Fields to be signed, declared, filled in or checked again. */
  readonly again: readonly string[]
  /** What stood in fields that are gone, or that take it no longer. Kept as long as the draft. */
  readonly setAside: readonly SetAside[]
}
