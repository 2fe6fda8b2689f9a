/** A value that can be filled in. */
export interface OfferView {
  /** `<materialId>.<fieldId>` */
  readonly key: string
  readonly label: string
  /** As somebody beside the phone may read it. */
  readonly masked: string
  readonly text: string
  /** e.g. `来自您的一网通账号` */
  readonly source: string
}

/** What can be filled in for the applicant, what was, and what could not be asked for. */
export interface PrefillView {
  readonly offers: readonly OfferView[]
  /** Where they come from in short, e.g. `一网通账号`, `2 个来源`. */
  readonly from: string
  /** Entries of the step on the screen that were filled in during this visit and stand unchanged: what is seen can be undone. */
  readonly taken: number
  /** A source that did not answer: what it means; '' = all answered. */
  readonly missing: string
  /** What became of asking again; '' = nothing to say. */
  readonly retry: string
  readonly retrying: boolean
}

export const NO_PREFILL: PrefillView = {
  offers: [],
  from: '',
  taken: 0,
  missing: '',
  retry: '',
  retrying: false,
}
