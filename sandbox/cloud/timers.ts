import { Cron } from 'croner'
import { type Releases } from './functions'

/** The event of a timer trigger, as the platform sends it. */
export const timerEvent = (triggerName: string, now: Date): object => ({
  Type: 'Timer',
  TriggerName: triggerName,
  Time: now.toISOString(),
  Message: '',
})

/** Fires the timers of all functions by the clock, in Beijing time as the platform does. */
export class Timers {
  private jobs: Cron[] = []

  constructor(
    private readonly releases: Releases,
    private readonly fire: (functionName: string, triggerName: string) => void,
  ) {}

  /** Reads the triggers again; call it after a release. Throws for a cron that cannot be read. */
  restart(): void {
    this.stop()
    for (const name of this.releases.names()) {
      const { timer } = this.releases.find(name).definition
      const options = { timezone: 'Asia/Shanghai', unref: true }
      if (timer) this.jobs.push(new Cron(timer.cron, options, () => this.fire(name, timer.name)))
    }
  }

  stop(): void {
    for (const job of this.jobs) job.stop()
    this.jobs = []
  }
}
