/** Indexes of one run of a part; what happens at an index depends on the seed and on the index alone. */
export interface Slice {
  readonly seed: number
  readonly from: number
  readonly count: number
  /** Ms since the epoch; a part stops there, and says how far it came. */
  readonly until: number
  readonly log: (line: string) => void
}

export interface SliceResult {
  /** Indexes that were finished, from `from` on. */
  readonly done: number
  readonly figures: Readonly<Record<string, number>>
  /** What went wrong, each with what it needs to be found again. */
  readonly failures: readonly string[]
}

/** What a figure may be at most, over all slices together. */
export interface Bound {
  readonly most: number
  /** How the figures of slices become one; their sum when absent. */
  readonly combine?: 'largest'
}

/** One promise of the whole system, tortured a slice at a time. */
export interface Part {
  readonly name: string
  /** What is counted, as in `10000 submits`. */
  readonly unit: string
  readonly target: number
  /** Indexes that one slice takes: a few minutes at most. */
  readonly slice: number
  readonly bounds: Readonly<Record<string, Bound>>
  run(slice: Slice): Promise<SliceResult>
}
