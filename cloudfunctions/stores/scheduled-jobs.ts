import { table } from '../kernel/cloud'
import { type Turns } from '../kernel/define-timer'
import { ClaimLost, hasEnded, Ledger, type LeasedRow, UNCLAIMED } from '../ledger/claim'

/** The last turn of a job of `scheduler`. */
interface ScheduledJobRow extends LeasedRow {
  /** Name of the job. */
  readonly _id: string
  /** ms since the epoch; 0 = never. */
  readonly startedAt: number
}

const rows = table<ScheduledJobRow>('scheduled_jobs')
const ledger = new Ledger(rows)

export const scheduledJobs: Turns = {
  async read() {
    const read = await rows.find({})
    return new Map(read.map((row) => [row._id, { startedAt: row.startedAt, hasEnded: hasEnded(row) }]))
  },
  async take(_id, asRead, { startedAt, until }) {
    const row = { _id, startedAt: 0, ...UNCLAIMED }
    const last = (await rows.insert(row)) ? row : await rows.first({ _id })
    const claim = last && (await ledger.claim(last, { startedAt: asRead?.startedAt ?? 0 }, { startedAt }, { until }))
    if (!claim) return undefined
    return {
      async end() {
        try {
          await claim.release({})
        } catch (error) {
          // Another run took the job over: the turn is its own.
          if (!(error instanceof ClaimLost)) throw error
        }
      },
    }
  },
}
