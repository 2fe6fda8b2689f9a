import { type Caller, Violation } from './call'
import { type Target } from './target'

/** What one row left for the next: ids of the provider's, and what it said of them. */
export interface State {
  readonly items: unknown[]
  /** Materials that #1 lists. */
  readonly preparation: unknown[]
  readonly optionIds: string[]
  profile?: unknown
  declareNo?: string
  /** Materials of the declaration, as #16 lists them. */
  materials: readonly unknown[]
  /** attachIds of a material, in the order in which they came. */
  readonly uploads: Map<string, string[]>
  /** A file inside the form: field → attachIds. */
  readonly signatures: Map<string, string[]>
  caseNo?: string
  /** A case that waits for a supplement, and its round. */
  supplement?: { readonly caseNo: string; readonly round: number; readonly materials: readonly unknown[] }
  uploadedSupplement?: string
  /** A completed case that may be rated. */
  ratable?: string
}

export interface Run {
  readonly caller: Caller
  readonly target: Target
  readonly state: State
}

/** One function's test. Whatever it throws is its failure. */
export interface Row {
  readonly no: number
  /** It changes something there. */
  readonly writes?: true
  /** Why this row cannot be run there; '' or absent = it can. */
  skip?(run: Run): string
  run(run: Run): Promise<void>
}

/** A row needs what an earlier row did not leave. */
export class NotReached extends Error {
  override readonly name = 'NotReached'
  constructor(readonly no: number) {
    super(`needs #${no}`)
  }
}

/** What function `no` left. */
export function need<T>(value: T | undefined, no: number): T {
  if (value === undefined) throw new NotReached(no)
  return value
}

/** Throws a Violation unless it holds. */
export function check(holds: boolean, complaint: string): void {
  if (!holds) throw new Violation(complaint)
}
