/** What can be filled in for the applicant, what was, and what could not be asked for. */
export interface PrefillView {
  /** Entries that can be filled in now. */
  readonly open: number
  /** Where they come from, e.g. `来自您的一网通账号：5 项`. */
  readonly sources: readonly string[]
  /** Entries that were filled in during this visit and stand unchanged. */
  readonly taken: number
  /** A source that did not answer: what it means; '' = all answered. */
  readonly missing: string
  /** What became of asking again; '' = nothing to say. */
  readonly retry: string
  readonly retrying: boolean
}

export const NO_PREFILL: PrefillView = { open: 0, sources: [], taken: 0, missing: '', retry: '', retrying: false }
