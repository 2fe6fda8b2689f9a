import type { Platform } from '../platform'
import { ProviderError } from '../protocol/errors'
import type { CaseRecord } from '../state/records'
import { packCase } from './pack'

/** The department's system takes its time; in the sandbox it is this. */
const PACKING_MS = 2_000
/** Contract chapter 11. */
const LARGEST_BYTES = 200 * 1_048_576

interface Job {
  /** What the case was when it was packed: a changed case is packed anew. */
  readonly content: string
  readonly startedAt: number
  bytes?: Buffer
  failed?: boolean
}

/** The zips of cases that were asked for: packed aside, kept in memory until the case changes or the sandbox ends. */
export class Archives {
  private readonly jobs = new Map<string, Job>()

  constructor(private readonly now: () => number) {}

  /** The zip, or 5001 while it is packed; the first request starts that. */
  take(platform: Platform, record: CaseRecord): Buffer {
    const content = JSON.stringify([record.forms, record.materials])
    const known = this.jobs.get(record.caseNo)
    const job = known?.content === content && known.failed !== true ? known : this.start(platform, record, content)
    const left = job.startedAt + PACKING_MS - this.now()
    if (job.bytes === undefined || left > 0) {
      throw new ProviderError('5001', { retryAfterSeconds: Math.max(1, Math.ceil(left / 1000)) })
    }
    if (job.bytes.length > LARGEST_BYTES) throw new ProviderError('4002', { maxSizeBytes: LARGEST_BYTES })
    return job.bytes
  }

  private start(platform: Platform, record: CaseRecord, content: string): Job {
    const job: Job = { content, startedAt: this.now() }
    this.jobs.set(record.caseNo, job)
    // After this answer: reading the font and drawing the forms would hold it up.
    const packing = new Promise((resolve) => setImmediate(resolve)).then(() => packCase(platform, record))
    packing.then(
      (bytes) => {
        job.bytes = bytes
      },
      () => {
        job.failed = true
      },
    )
    return job
  }
}
