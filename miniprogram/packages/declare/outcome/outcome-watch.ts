import { failureOf, type Failure } from '../../../services/service-error'
import type { Receipt } from '../../../shared/domain/declaration'
import type { BeijingTime } from '../../../shared/domain/time'
import { Timer } from '../draft/timer'

/** What became of a submit, as far as it is known. */
export type WatchState<R = Receipt> =
  /** `patience`: many questions were asked already; the applicant may well leave and come back. */
  | { readonly kind: 'confirming'; readonly patience: boolean; readonly failure: Failure | null }
  | { readonly kind: 'submitted'; readonly receipt: R }
  /** The question itself makes no sense any more (e.g. the draft was not submitted after all): look at the draft again. */
  | { readonly kind: 'ended'; readonly failure: Failure }

/** What a question about a submit answers. */
type Outcome<R> =
  { readonly state: 'confirming'; readonly since: BeijingTime } | { readonly state: 'submitted'; readonly receipt: R }

/** Pauses between two questions: quick until the lease of a dead function is over (20 s), then once a minute. */
export const PAUSES_MS = [2000, 3000, 5000, 5000, 5000, 13_000, 20_000, 30_000, 60_000] as const
const LAST_PAUSE_MS = 60_000
const PATIENCE_AFTER = 4

/** Failures that say nothing about the outcome: ask again later. */
const ASK_AGAIN: ReadonlySet<string> = new Set([
  'NETWORK',
  'UPSTREAM_UNAVAILABLE',
  'OUTCOME_UNKNOWN',
  'RATE_LIMITED',
  'INTERNAL',
])

/** After these nobody knows yet whether a submit was taken: ask, never repeat. */
export const UNCLEAR: ReadonlySet<string> = new Set(['NETWORK', 'OUTCOME_UNKNOWN', 'UPSTREAM_UNAVAILABLE', 'INTERNAL'])

/** Asks what became of a submit, again and again with growing pauses, until it is known or `stop` is called. */
export class OutcomeWatch<R = Receipt> {
  private readonly timer = new Timer()
  private asked = 0
  private stopped = false

  constructor(
    private readonly ask: () => Promise<Outcome<R>>,
    private readonly show: (state: WatchState<R>) => void,
  ) {}

  /** Says 结果确认中 at once and asks after a short pause. */
  start(): void {
    this.stopped = false
    this.asked = 0
    this.show({ kind: 'confirming', patience: false, failure: null })
    this.later()
  }

  /** Asks now. */
  async check(): Promise<void> {
    this.timer.cancel()
    let outcome: Outcome<R>
    try {
      outcome = await this.ask()
    } catch (error) {
      if (!this.stopped) this.onFailure(failureOf(error))
      return
    }
    if (this.stopped) return
    if (outcome.state === 'submitted') this.show({ kind: 'submitted', receipt: outcome.receipt })
    else this.goOn(null)
  }

  stop(): void {
    this.stopped = true
    this.timer.cancel()
  }

  private onFailure(failure: Failure): void {
    if (ASK_AGAIN.has(failure.code)) this.goOn(failure)
    else this.show({ kind: 'ended', failure })
  }

  private goOn(failure: Failure | null): void {
    this.asked += 1
    this.show({ kind: 'confirming', patience: this.asked >= PATIENCE_AFTER, failure })
    this.later()
  }

  private later(): void {
    this.timer.set(PAUSES_MS[this.asked] ?? LAST_PAUSE_MS, () => void this.check())
  }
}
