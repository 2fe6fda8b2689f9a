import { type FindOptions, type Where } from '../kernel/cloud'
import { AppError } from '../kernel/errors'

/** What a row needs so that one invocation at a time, and no other, works on it. */
export interface LeasedRow {
  readonly _id: string
  /** Grows with every claim: a late writer of an older one changes nothing. */
  readonly claim: number
  /** ms since the epoch: until then the newest claim is being worked on. */
  readonly leaseUntil: number
}

/** What of a table the ledger needs, for whatever rows it holds. */
interface Rows<Row> {
  find(where: object, options: FindOptions<Row>): Promise<Row[]>
  update(where: object, fields: object): Promise<number>
  remove(where: object): Promise<number>
}

type Fields<Row> = Partial<Omit<Row, '_id' | keyof LeasedRow>>

/** Of a row that nobody has worked on yet. */
export const UNCLAIMED = { claim: 0, leaseUntil: 0 } as const

/** Was it released? Otherwise somebody works on it, gave it up, or died. */
export const hasEnded = ({ leaseUntil }: LeasedRow): boolean => leaseUntil === 0

/** Of a row that replaces another one: whoever still works on that one must not find his claim here. */
export const claimAfter = (replaced: LeasedRow | undefined, now: number) => ({
  claim: Math.max((replaced?.claim ?? 0) + 1, now),
  leaseUntil: 0,
})

/** How long the lease of a dead worker keeps the others away, at most. */
const LEASE_MS = 12_000
/** A living worker renews it this often: two renewals may fail before it is lost. */
const RENEW_MS = 4_000

export interface Clock {
  /** ms since the epoch. */
  readonly now: () => number
  readonly renewMs: number
  readonly leaseMs: number
}

const CLOCK: Clock = { now: Date.now, renewMs: RENEW_MS, leaseMs: LEASE_MS }

/** Another invocation took the claim over: this one must change nothing any more, and what it knows is old. */
export class ClaimLost extends AppError {
  constructor() {
    super('OUTCOME_UNKNOWN', 'claim was lost')
    this.name = 'ClaimLost'
  }
}

export interface ClaimOptions {
  /** ms since the epoch: the worker is over by then, and its lease is not renewed beyond it. */
  readonly until: number
  /** Takes the row also from somebody who works on it: what he does is exactly the same. */
  readonly takeOver?: boolean
}

/** The rows of one table that are worked on by one invocation at a time. The only place that compares claims and leases. */
export class Ledger<Row extends LeasedRow> {
  constructor(
    private readonly rows: Rows<Row>,
    private readonly clock: Clock = CLOCK,
  ) {}

  /**
   * Takes the row, and writes `fields`, when it still is as it was read, as `expected`, and free; undefined when somebody
   * else was faster, or works on it.
   */
  async claim(
    row: Row,
    expected: Where<Row>,
    fields: Fields<Row>,
    { until, takeOver = false }: ClaimOptions,
  ): Promise<Claim<Row> | undefined> {
    const now = this.clock.now()
    const free = takeOver ? {} : { leaseUntil: { lessThan: now } }
    const lease = { claim: row.claim + 1, leaseUntil: now + this.clock.leaseMs }
    const mine = { ...fields, ...lease }
    const taken = await this.rows.update({ ...expected, _id: row._id, claim: row.claim, ...free }, mine)
    return taken === 1 ? new Claim(this.rows, this.clock, { ...row, ...mine }, until) : undefined
  }

  /** Rows that nobody works on any more; those that rested longest first. @param limit rows at most */
  free(where: Where<Row>, limit: number): Promise<readonly Row[]> {
    const expired = { leaseUntil: { lessThan: this.clock.now() } }
    return this.rows.find({ ...where, ...expired }, { oldestFirstBy: 'leaseUntil', limit })
  }

  /** Removes a row that is as expected and that nobody works on; false when it stays. */
  async removeFree(_id: string, expected: Omit<Where<Row>, '_id'>): Promise<boolean> {
    return (await this.rows.remove({ ...expected, _id, leaseUntil: { lessThan: this.clock.now() } })) === 1
  }

  /** Puts a free row at the end of the line: those that cannot be answered must not keep the others from their turn. */
  async passOver(row: Row): Promise<void> {
    await this.rows.update({ _id: row._id, claim: row.claim }, { leaseUntil: this.clock.now() - 1 })
  }
}

/**
 * A row that this invocation works on, and no other. While it lives the lease is renewed; `rest`, `release`, or the end of
 * its time ends that.
 */
export class Claim<Row extends LeasedRow> {
  private readonly renewal: NodeJS.Timeout
  private renewing: Promise<unknown> = Promise.resolve()
  private given = false

  constructor(
    private readonly rows: Rows<Row>,
    private readonly clock: Clock,
    private current: Row,
    until: number,
  ) {
    this.renewal = setInterval(() => {
      if (clock.now() >= until) return this.letGo()
      this.renewing = this.renew()
    }, clock.renewMs)
    this.renewal.unref()
  }

  /** The row as this invocation wrote it last. */
  get row(): Row {
    return this.current
  }

  /** false once it was given up by `rest` or `release`. */
  get isHeld(): boolean {
    return !this.given
  }

  /** Writes a step down before it is taken. Throws ClaimLost, also when the row is not as `expected` any more. */
  advance(fields: Fields<Row>, expected: Where<Row> = {}): Promise<void> {
    return this.write(fields, expected)
  }

  /** Gives the claim up while something is open; the next one may take the row after `pauseMs`. Throws ClaimLost. */
  async rest(pauseMs = 0): Promise<void> {
    await this.stopRenewing()
    await this.write({ leaseUntil: this.clock.now() + pauseMs }, {})
    this.given = true
  }

  /** Writes the end down and gives the claim up. Throws ClaimLost, also when the row is not as `expected` any more. */
  async release(fields: Fields<Row>, expected: Where<Row> = {}): Promise<void> {
    await this.stopRenewing()
    await this.write({ ...fields, leaseUntil: 0 }, expected)
    this.given = true
  }

  /** Gives the claim up if it is still held. When it was lost, or the database does not answer, the lease ends by itself. */
  async leave(pauseMs = 0): Promise<void> {
    if (this.isHeld) await this.rest(pauseMs).catch(() => undefined)
  }

  private letGo(): void {
    clearInterval(this.renewal)
  }

  private async write(fields: object, expected: Where<Row>): Promise<void> {
    const { _id, claim } = this.current
    if ((await this.rows.update({ ...expected, _id, claim }, fields)) !== 1) throw new ClaimLost()
    this.current = { ...this.current, ...fields }
  }

  /** A renewal that is on its way must not come after the word that ends the lease. */
  private async stopRenewing(): Promise<void> {
    this.letGo()
    await this.renewing
  }

  private async renew(): Promise<void> {
    const { _id, claim } = this.current
    const leaseUntil = this.clock.now() + this.clock.leaseMs
    try {
      if ((await this.rows.update({ _id, claim }, { leaseUntil })) !== 1) this.letGo()
    } catch {
      // The database does not answer: the next renewal may get through, or the lease ends.
    }
  }
}
