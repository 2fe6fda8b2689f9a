import { type FindOptions, table, type Table } from '../../../cloudfunctions/kernel/cloud'
import { boundBinding } from '../../../cloudfunctions/domain/account/identity'
import { AppError } from '../../../cloudfunctions/kernel/errors'
import { type Claim, Ledger } from '../../../cloudfunctions/ledger/claim'
import { questionsOf, reconcileAll } from '../../../cloudfunctions/ledger/reconcile'
import { type Errand, NEVER_SENT, reconcile, sendFirst } from '../../../cloudfunctions/ledger/settle'
import { bindingId, type BindingRow } from '../../../cloudfunctions/stores/bindings'
import { CERTAIN, fails, type ModelRow, type Sending, type Weather } from './weather'

export const LEASE_MS = 12_000
const NEVER_RENEWED_MS = 2_000_000_000
const OWNER = 'U-owner'

export const CONTENT = 'as it was written down'
/** What the ledger looks at of a binding. */
type Binding = Pick<BindingRow, '_id' | 'openid' | 'userId' | 'subjectType' | 'expired'>
const bindings = table<Binding>('bindings')

/** What is sent once in the model: rows in the real database, a provider that the model plays, a clock that it moves. */
export class World {
  now = 1_000_000
  /** Who has bound since, under the WeChat user of the row. */
  private boundTo = OWNER
  /** What the provider has: by number. */
  private readonly has = new Map<string, string>()
  /** Sendings that will arrive when the model says so. */
  private readonly under: ModelRow[] = []
  /** Everything that was sent: by number. */
  readonly sent: ModelRow[] = []
  /** Logins under which the provider was asked or sent something. */
  readonly logins = new Set<string>()
  /** After the provider itself had refused it, an earlier sending arrived all the same: nobody could know. */
  surprised = false
  private refusedOnce = false
  /** Numbers of the claims that were given. */
  readonly claims: number[] = []
  /** Workers that wait in the middle of their sending. */
  private readonly held: { release: () => void; done: Promise<unknown> }[] = []

  private constructor(
    private readonly rows: Table<ModelRow>,
    readonly id: string,
  ) {}

  static async begin(id: string): Promise<World> {
    // Any collection of deploy/collections.json will do.
    const rows = table<ModelRow>('form_schemas')
    const world = new World(rows, id)
    const asked = { requestNo: `${id}-no`, content: '' }
    const owner = { openid: id, userId: OWNER, subjectType: 'person' } as const
    await bindings.insert({ _id: bindingId(id, 'person'), ...owner, expired: false })
    await rows.insert({ _id: id, ...owner, state: 'open', receipt: '', ...NEVER_SENT, ...asked })
    return world
  }

  /** The WeChat user binds another One-Network user, or the owner again. */
  async bind(userId: string): Promise<void> {
    this.boundTo = userId
    await bindings.update({ openid: this.id }, { userId })
  }

  async row(): Promise<ModelRow> {
    const row = await this.rows.first({ _id: this.id })
    if (!row) throw new Error('the row is gone')
    return row
  }

  get providerHas(): boolean {
    return this.has.size > 0
  }

  get isAnyoneHeld(): boolean {
    return this.held.length > 0
  }

  /** A citizen taps 提交. Resolves with what she is told. */
  submit(weather: Weather): Promise<string> {
    return this.worker(weather, (ledger) => this.send(ledger, this.errand(weather, this.boundTo)))
  }

  /** As submit, but it waits in the middle of the sending until `resume`. */
  async submitHeld(weather: Weather): Promise<void> {
    let release = (): void => undefined
    let arrived = (): void => undefined
    const gate = new Promise<void>((resolve) => (release = resolve))
    const sending = new Promise<void>((resolve) => (arrived = resolve))
    const errand = this.errand(weather, this.boundTo)
    const send = async (claim: Claim<ModelRow>) => {
      arrived()
      await gate
      return errand.send(claim)
    }
    const done = this.worker(weather, (ledger) => this.send(ledger, { ...errand, send }))
    await Promise.race([sending, done])
    this.held.push({ release, done })
  }

  /** Claims, writes down what will be sent, sends. */
  private async send(ledger: Ledger<ModelRow>, errand: Errand<ModelRow, string>): Promise<string> {
    const row = await this.row()
    if (row.state !== 'open' || this.boundTo !== row.userId) return row.state
    const written = { state: 'confirming', phase: 'prepared' } as const
    const claim = await ledger.claim(row, { state: 'open' }, written, { until: Infinity })
    if (!claim) return 'not claimed'
    await claim.advance({ content: CONTENT })
    return (await sendFirst(claim, errand)).state
  }

  /** Everybody who was held goes on. */
  async resume(): Promise<void> {
    for (const { release, done } of this.held.splice(0)) {
      release()
      await done
    }
  }

  /** The citizen's page asks what became of it. @param read the row as it was read, some time ago */
  ask(weather: Weather, read?: ModelRow): Promise<string> {
    return this.worker(weather, async (ledger) => {
      const row = read ?? (await this.row())
      if (row.state !== 'confirming' || this.boundTo !== row.userId) return row.state
      return (await reconcile(row, ledger, this.errand(weather, this.boundTo))).state
    })
  }

  /** The timer. */
  timer(weather: Weather): Promise<string> {
    const budget = { requestId: 'model', deadline: Date.now() + 60_000 }
    return this.worker(weather, async (ledger) => {
      const questions = questionsOf<ModelRow, string, string>({
        name: 'model',
        ledger,
        whoOf: async (row) => (await boundBinding(row))?.userId,
        errandFor: (login) => this.errand(weather, login),
      })
      return JSON.stringify(await reconcileAll([questions], budget))
    })
  }

  /** What was late arrives. */
  async arrive(): Promise<void> {
    for (const row of this.under.splice(0)) await this.take(row)
  }

  /** A worker of its own: its view of the database ends with it. What it is told, or the code that it threw. */
  private async worker(weather: Weather, work: (ledger: Ledger<ModelRow>) => Promise<string>): Promise<string> {
    let left = weather.dies
    let die = (): void => undefined
    const death = new Promise<string>((resolve) => (die = () => resolve('died')))
    const forever = new Promise<never>(() => undefined)
    const alive = <T>(operation: () => Promise<T>): Promise<T> => {
      if (weather.dies === 0) return operation()
      left -= 1
      if (left > 0) return operation()
      die()
      return forever
    }
    const mortal = {
      // This row only: all rows of the model lie in one table.
      find: (where: object, options: FindOptions<ModelRow>) =>
        alive(() => this.rows.find({ ...where, _id: this.id }, options)),
      update: async (where: object, fields: Partial<ModelRow>) => {
        const updated = await alive(() => this.rows.update(where, fields))
        if (updated === 1 && fields.claim !== undefined) this.claims.push(fields.claim)
        return updated
      },
      remove: (where: object) => alive(() => this.rows.remove(where)),
    }
    const clock = { now: () => this.now, leaseMs: LEASE_MS, renewMs: NEVER_RENEWED_MS }
    const told = work(new Ledger<ModelRow>(mortal, clock)).catch((error: unknown) =>
      error instanceof AppError ? error.code : `threw ${String(error)}`,
    )
    return Promise.race([told, death])
  }

  private errand(weather: Weather, login: string): Errand<ModelRow, string> {
    const asked = () => {
      this.logins.add(login)
      if (!weather.answers) throw fails('UPSTREAM_UNAVAILABLE', false)
    }
    return {
      name: 'model',
      budget: { requestId: 'model', deadline: weather.hurried ? 0 : Infinity },
      send: ({ row }) => this.receive(row, weather.send, login),
      query: ({ row }) => Promise.resolve().then(() => (asked(), this.has.get(row.requestNo))),
      taken: (content) => ({ receipt: content }),
      readBack: async (claim) => {
        asked()
        if (weather.readable) await claim.release({ state: 'submitted' })
      },
      reopened: { state: 'open', receipt: '', content: '' },
    }
  }

  private async receive(row: ModelRow, sending: Sending, login: string): Promise<string> {
    this.logins.add(login)
    if (sending === 'expired') throw new AppError('BINDING_EXPIRED', 'model')
    this.sent.push(row)
    if (['taken', 'unanswered', 'defectAfter'].includes(sending)) await this.take(row)
    if (sending === 'late') this.under.push(row)
    if (CERTAIN.includes(sending)) this.refusedOnce = true
    switch (sending) {
      case 'taken':
        return this.take(row)
      case 'unanswered':
      case 'late':
      case 'lost':
        throw fails('UPSTREAM_UNAVAILABLE', false)
      case 'defectAfter':
        throw new Error('a defect of ours')
      case 'unavailable':
        throw fails('UPSTREAM_UNAVAILABLE', true)
      case 'refused':
        // The same number again is answered with the first result (contract chapter 9).
        if (this.has.has(row.requestNo)) return this.take(row)
        throw fails('UPSTREAM_REJECTED', true)
      case 'state':
        throw fails('STATE_CHANGED', true)
    }
  }

  /** The provider takes it, or has it already. */
  private async take({ requestNo, content, claim }: ModelRow): Promise<string> {
    if (!this.has.has(requestNo)) {
      const { state, claim: newest } = await this.row()
      if (this.refusedOnce && (state === 'open' || claim !== newest)) this.surprised = true
      this.has.set(requestNo, content)
    }
    return this.has.get(requestNo) ?? ''
  }
}
