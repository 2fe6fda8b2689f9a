import type { Necessity } from './matter'
import type { BeijingTime } from './time'

/** One answer, by the names that the applicant knows. */
interface NamedAnswer {
  readonly form: string
  readonly label: string
  /** As a person reads it. */
  readonly text: string
}

/** A material that the new situation does not need any more. What was filled in and uploaded is kept, but not submitted. */
interface DroppedMaterial {
  readonly materialId: string
  readonly name: string
  /** Filled fields of an electronic form. */
  readonly answers: number
  readonly files: number
}

/** A material that only the new situation needs. */
interface AddedMaterial {
  readonly materialId: string
  readonly name: string
  readonly isForm: boolean
  readonly necessity: Necessity
  /** It was filled in or uploaded for an earlier situation of this draft, and comes back as it was. */
  readonly isBack: boolean
}

/** What changing the situation of a draft leads to: said before it is done. */
export interface SituationChange {
  /** The chosen options are those that the draft has already. */
  readonly isSame: boolean
  /** Fields that take another value, because the situation says so. */
  readonly changed: readonly (NamedAnswer & { readonly before: string })[]
  /** Filled fields that are not asked any more in a form that stays. */
  readonly hidden: readonly NamedAnswer[]
  readonly dropped: readonly DroppedMaterial[]
  readonly added: readonly AddedMaterial[]
  /** What stays as it is: filled fields, and files. */
  readonly kept: { readonly answers: number; readonly files: number }
  /** Another open draft of the very situation: there can be only one. */
  readonly other?: { readonly draftId: string; readonly savedAt: BeijingTime }
}
