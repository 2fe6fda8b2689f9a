import { table } from '../kernel/cloud'
import { type Turn, type Turns } from '../kernel/define-timer'

/** The last turn of a job of `scheduler`. */
interface ScheduledJobRow extends Turn {
  /** Name of the job. */
  readonly _id: string
}

const rows = table<ScheduledJobRow>('scheduled_jobs')

export const scheduledJobs: Turns = {
  async read() {
    return new Map((await rows.find({})).map((row) => [row._id, row]))
  },
  async take(_id, last, { startedAt, takenUntil }) {
    if (!last) return rows.insert({ _id, startedAt, takenUntil })
    const asRead = { _id, startedAt: last.startedAt, takenUntil: last.takenUntil }
    return (await rows.update(asRead, { startedAt, takenUntil })) === 1
  },
  async end(_id, { startedAt }) {
    await rows.update({ _id, startedAt }, { takenUntil: 0 })
  },
}
