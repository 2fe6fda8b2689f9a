import { table } from '../../../cloudfunctions/kernel/cloud'
import { type Claim, Ledger } from '../../../cloudfunctions/ledger/claim'
import { type Errand, NEVER_SENT, type OpenRow, type SendingPhase } from '../../../cloudfunctions/ledger/settle'
import { UpstreamFailure } from '../../../cloudfunctions/one-network/failure'
import type { ErrorCode } from '../../../miniprogram/shared/contract/errors'
import { startSystem, type System } from '../../support/system'
import { databaseOf } from '../support/database'
import { linesLogged } from '../support/log-lines'

/** A ledger with one row, and a provider that does what its script says. */

interface Row extends OpenRow {
  readonly receipt: string
}

let system: System

// Any collection of deploy/collections.json will do.
export const rows = table<Row>('form_schemas')
const NOW = 1_000_000
export const ledger = new Ledger(rows, { now: () => NOW, renewMs: 2_000_000_000, leaseMs: 12_000 })

export const upstream = (code: ErrorCode, notPerformed = true) =>
  new UpstreamFailure(code, `provider: ${code}`, { notPerformed, transient: false })
export const refusal = upstream('UPSTREAM_REJECTED')
export const noAnswer = upstream('UPSTREAM_UNAVAILABLE', false)
export const defect = new Error('a defect')

export interface Script {
  readonly phase?: SendingPhase
  readonly state?: string
  readonly send?: string | Error
  /** '' = the provider has nothing. */
  readonly query?: string | Error
  /** Whether the case shows when it is read back. */
  readonly readBack?: 'shows' | 'does not show yet' | Error
  readonly deadline?: number
  readonly plainly?: (error: unknown, row: Row) => unknown
  readonly pauseMs?: number
}

let made = 0
export async function stage(script: Script) {
  const row: Row = {
    _id: `settled-${++made}`,
    ...NEVER_SENT,
    phase: script.phase ?? 'prepared',
    state: script.state ?? 'confirming',
    receipt: '',
  }
  await rows.insert(row)
  const stored = async (): Promise<Row> => {
    const now = await rows.first({ _id: row._id })
    if (!now) throw new Error('the row is gone')
    return now
  }
  const steps: string[] = []
  /** What is done, and what was written down before. */
  const step = async (what: string): Promise<void> => {
    steps.push(`${what} while ${(await stored()).phase}`)
  }
  const answer = (what: string | Error | undefined): string => {
    if (what instanceof Error) throw what
    return what ?? ''
  }
  const errand: Errand<Row, string> = {
    name: 'errand',
    budget: { requestId: row._id, deadline: script.deadline ?? Date.now() + 60_000 },
    send: async () => {
      await step('send')
      return answer(script.send)
    },
    query: async () => {
      await step('query')
      return answer(script.query) || undefined
    },
    taken: (receipt) => ({ receipt }),
    readBack: async (claim) => {
      await step('read')
      if (script.readBack instanceof Error) throw script.readBack
      if (script.readBack === 'does not show yet') return
      await claim.release({ state: 'submitted' })
    },
    reopened: { state: 'open' },
    ...(script.plainly ? { plainly: script.plainly } : {}),
    ...(script.pauseMs === undefined ? {} : { pauseMs: script.pauseMs }),
  }
  return { row, errand, steps, stored }
}

/** What came of it: steps, told, what is stored (the lease in ms from now; 0 = released), and the log. */
export async function outcome(
  { row, errand, steps, stored }: Awaited<ReturnType<typeof stage>>,
  work: (row: Row, errand: Errand<Row, string>) => Promise<Row>,
) {
  const logged = linesLogged()
  const told: unknown = await work(row, errand).catch((error: unknown) => error)
  const log = logged.end().map(({ requestId, event, code }) => {
    expect([requestId, event]).toEqual([row._id, 'errand'])
    return code
  })
  const { phase, state, leaseUntil, receipt, claim } = await stored()
  if (!(told instanceof Error)) expect(told).toMatchObject({ phase, state, leaseUntil, receipt, claim })
  const lease = leaseUntil === 0 ? 'released' : leaseUntil - NOW
  return { steps, told: told instanceof Error ? told : 'nothing', phase, state, receipt, lease, log }
}

export const claimed = async (row: Row, until: number): Promise<Claim<Row>> => {
  const claim = await ledger.claim(row, {}, {}, { until })
  if (!claim) throw new Error('not claimed')
  return claim
}

export const DONE = {
  told: 'nothing',
  phase: 'confirmed',
  state: 'submitted',
  receipt: 'R',
  lease: 'released',
  log: [],
}
/** Nobody knows: it is asked about again after a pause. */
export const OPEN = { told: 'nothing', phase: 'unknown', state: 'confirming', receipt: '', lease: 2_000, log: [] }
export const refusedWith = (told: unknown) => ({
  told,
  phase: 'idle',
  state: 'open',
  receipt: '',
  lease: 'released',
  log: [],
})

/** What stands above is there from the first test on, and closed after the last. */
export function prepareLedger(): void {
  beforeAll(async () => {
    system = await startSystem()
    databaseOf(system)
  }, 60_000)
  afterAll(() => system.close())
}
