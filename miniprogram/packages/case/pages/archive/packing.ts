import { fetchArchive, type FetchedArchive } from '../../../../services/archives'
import { LONGEST_WAIT_MS, waitOf } from './archive-view'

export type ReadyArchive = Extract<FetchedArchive, { state: 'ready' }>

/** Waiting for a zip: asks again and again at the provider's pace, until it is packed or nobody waits any more. */
export class Packing {
  private timer: ReturnType<typeof setTimeout> | undefined
  private wake: () => void = () => undefined
  private stopped = false
  private readonly since = Date.now()

  constructor(
    private readonly caseNo: string,
    /** Told before each wait. @param sinceMs how long it has been waited for */
    private readonly onWait: (sinceMs: number) => void,
  ) {}

  /** The zip; 'late' when it was waited for too long, 'stopped' after `stop`. Rejects with ServiceError only. */
  async run(): Promise<ReadyArchive | 'late' | 'stopped'> {
    for (let asked = 1; ; asked += 1) {
      const answer = await fetchArchive(this.caseNo)
      if (this.stopped) return 'stopped'
      if (answer.state === 'ready') return answer
      const sinceMs = Date.now() - this.since
      const waitMs = waitOf(answer.retryAfterMs, asked)
      if (sinceMs + waitMs > LONGEST_WAIT_MS) return 'late'
      this.onWait(sinceMs)
      await this.pause(waitMs)
      if (this.stopped) return 'stopped'
    }
  }

  stop(): void {
    this.stopped = true
    if (this.timer !== undefined) clearTimeout(this.timer)
    this.wake()
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve
      if (this.stopped) resolve()
      else this.timer = setTimeout(resolve, ms)
    })
  }
}
