import type { Visit } from '../../../behaviors/visit'
import { failureOf, needsLogin, type Failure } from '../../../services/service-error'
import type { Receipt, Submitted } from '../../../shared/domain/declaration'
import { Timer } from '../draft/timer'

/** What became of a submit, as far as it is known. */
export type WatchState<R = Receipt> =
  /** `patience`: many questions were asked already; the applicant may well leave and come back. */
  | { readonly kind: 'confirming'; readonly patience: boolean; readonly failure: Failure | null }
  | { readonly kind: 'submitted'; readonly receipt: R }
  /** The server's clear answer: it was not submitted after all, or is not the caller's. Look at the draft again. */
  | { readonly kind: 'ended'; readonly failure: Failure }

/** Pauses between two questions: quick until the lease of a dead function is over (20 s), then once a minute. */
export const PAUSES_MS = [2000, 3000, 5000, 5000, 5000, 13_000, 20_000, 30_000, 60_000] as const
const LAST_PAUSE_MS = 60_000
const PATIENCE_AFTER = 4

/** Asks what became of a submit, again and again with growing pauses, until it is known or `stop` is called. */
export class OutcomeWatch<R = Receipt> {
  private readonly timer = new Timer()
  private asked = 0
  private stopped = false

  constructor(
    private readonly ask: () => Promise<Submitted<R>>,
    private readonly show: (state: WatchState<R>) => void,
  ) {}

  /** Watches in place of the watch before, until the visit ends. */
  static during<R>(
    visit: Pick<Visit<object, { watch: OutcomeWatch<R> | null }>, 'work' | 'stopAtEnd'>,
    ask: () => Promise<Submitted<R>>,
    show: (state: WatchState<R>) => void,
  ): void {
    visit.work.watch?.stop()
    const watch = new OutcomeWatch(ask, show)
    visit.work.watch = watch
    watch.start()
    visit.stopAtEnd(() => watch.stop())
  }

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
    let outcome: Submitted<R>
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

  /** Only a clear answer ends it: a question that failed, or may not be asked now, says nothing about the submit. */
  private onFailure(failure: Failure): void {
    if (needsLogin(failure)) this.goOn(failure, 'when told')
    else if (failure.outcome !== 'refused' || failure.code === 'RATE_LIMITED') this.goOn(failure)
    else this.show({ kind: 'ended', failure })
  }

  private goOn(failure: Failure | null, next: 'later' | 'when told' = 'later'): void {
    this.asked += 1
    this.show({ kind: 'confirming', patience: this.asked >= PATIENCE_AFTER, failure })
    if (next === 'later') this.later(failure?.retryAfterMs)
  }

  /** @param atLeastMs that the server wants to be left alone */
  private later(atLeastMs = 0): void {
    this.timer.set(Math.max(atLeastMs, PAUSES_MS[this.asked] ?? LAST_PAUSE_MS), () => void this.check())
  }
}
