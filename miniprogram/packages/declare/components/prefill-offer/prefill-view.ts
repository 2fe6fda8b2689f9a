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
  /** Entries that were filled in during this visit and stand unchanged. */
  readonly taken: number
  /** One of them is on the screen: only there it is told, and can be undone. */
  readonly takenHere: boolean
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
  takenHere: false,
  missing: '',
  retry: '',
  retrying: false,
}
