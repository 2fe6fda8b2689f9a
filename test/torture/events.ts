import { databaseOf } from '../cloudfunctions/support/database'
import { Citizen } from '../cloudfunctions/support/citizen'
import { NURSE } from '../cloudfunctions/support/nurse'
import { push } from '../cloudfunctions/support/push'
import { startSystem, type System } from '../support/system'
import { roll } from './bad-day'
import { inLanes } from './in-lanes'
import type { Part } from './part'

/** What the office pushes about a case; each says a status that the case then has. */
const TYPES = ['ACCEPTED', 'SUPPLEMENT_REQUIRED', 'SUPPLEMENT_RECEIVED', 'APPROVED', 'CERTIFICATE_ISSUED'] as const
const LANES = 4
/** Deliveries between two turns of the scheduler. */
const BATCH = 60
/** How many deliveries an event may come too late: over several turns. */
const DISORDER = 150
/** This share is delivered again, as when the answer to it was lost. */
const AGAIN = 0.35
const CONSENTS = 40
const FROM = Date.parse('2026-11-02T01:00:00Z')
const TURNS = 30
const BEIJING_MS = 8 * 3_600_000

interface Event {
  readonly eventId: string
  readonly eventType: string
  readonly caseNo: string
  readonly userId: string
  readonly sequence: number
  readonly occurredAt: string
}

async function bindNurse(system: System): Promise<Citizen> {
  const nurse = new Citizen(system, 'torture-events')
  await nurse.bind(NURSE.account)
  system.cloud.grantMessageConsent(nurse.openid, 'sandbox-progress', CONSENTS)
  for (let n = 0; n < CONSENTS; n += 1) {
    await nurse.call('inbox.consent', { uses: ['progress'], consentKey: `torture-${n}` })
  }
  return nurse
}

/** A second for each place in the case, in Beijing time as the provider writes it. */
const momentOf = (sequence: number): number => FROM + sequence * 1000
const written = (at: number): string => new Date(at + BEIJING_MS).toISOString().slice(0, 19).replace('T', ' ')

async function eventsOf(nurse: Citizen, from: number, count: number): Promise<readonly Event[]> {
  const lists = await Promise.all(
    (['supplement', 'processing', 'finished'] as const).map((category) =>
      nurse.call('case.list', { category, pageNo: 1 }),
    ),
  )
  const caseNos = [...new Set(lists.flatMap(({ page }) => page.rows.map(({ caseNo }) => caseNo)))]
  const [binding] = await databaseOf(nurse.system).rows('bindings', { openid: nurse.openid })
  return Array.from({ length: count }, (_, n) => {
    const sequence = Math.floor(n / caseNos.length) + 1
    return {
      eventId: `EV-TORTURE-${from + n}`,
      eventType: TYPES[sequence % TYPES.length] ?? 'ACCEPTED',
      caseNo: caseNos[n % caseNos.length] ?? '',
      userId: String(binding?.['userId']),
      sequence,
      occurredAt: written(momentOf(sequence)),
    }
  })
}

/** Each event at least once, some twice, in disorder. */
function deliveriesOf(events: readonly Event[], seed: number): readonly Event[] {
  const twice = events.filter(({ eventId }) => roll(seed, 'again', eventId) < AGAIN)
  const placed = [...events.entries(), ...twice.map((event) => [events.indexOf(event), event] as const)]
  return placed
    .map(([at, event], n) => ({ event, place: at + roll(seed, 'place', event.eventId, n) * DISORDER }))
    .sort((a, b) => a.place - b.place)
    .map(({ event }) => event)
}

/** What each watched case was told last, in ms; a case that goes backwards is a failure. */
class Watching {
  private readonly told = new Map<string, number>()
  readonly backwards: string[] = []

  constructor(private readonly system: System) {}

  async look(): Promise<void> {
    for (const { caseNo, toldAt } of await databaseOf(this.system).rows('case_watches', {})) {
      const before = this.told.get(String(caseNo)) ?? 0
      if (Number(toldAt) < before)
        this.backwards.push(`${String(caseNo)} went from ${before} back to ${String(toldAt)}`)
      this.told.set(String(caseNo), Number(toldAt))
    }
  }
}

/** Two turns at the same moment, as a platform that delivers a timer twice. */
async function schedule(system: System): Promise<void> {
  await Promise.all([0, 1].map(() => system.cloud.runInConsole('scheduler', { job: 'events' })))
}

async function deliver(system: System, deliveries: readonly Event[], watching: Watching): Promise<readonly string[]> {
  const refused: string[] = []
  const { rows } = databaseOf(system)
  for (let at = 0; at < deliveries.length; at += BATCH) {
    const batch = deliveries.slice(at, at + BATCH)
    await inLanes(batch, { lanes: LANES, until: Infinity }, async (event) => {
      const { code } = await push(system, event)
      if (code !== '0') refused.push(`${event.eventId} was answered ${code ?? 'nothing'}`)
    })
    await schedule(system)
    await watching.look()
  }
  for (let turn = 0; turn < TURNS && (await rows('approval_events', { state: 'received' })).length > 0; turn += 1) {
    await schedule(system)
  }
  await watching.look()
  return refused
}

/** Approval events that come shuffled and twice: each told once, no case backwards, no reminder twice. */
export const events: Part = {
  name: 'events',
  unit: 'approval events',
  target: 10_000,
  slice: 1_000,
  bounds: {
    repeated: { most: 0 },
    missing: { most: 0 },
    backwards: { most: 0 },
    reminders: { most: 0 },
    refused: { most: 0 },
  },
  async run({ seed, from, count, log }) {
    const system = await startSystem({ rateLimits: false })
    try {
      const nurse = await bindNurse(system)
      const all = await eventsOf(nurse, from, count)
      const deliveries = deliveriesOf(all, seed)
      const watching = new Watching(system)
      const refused = await deliver(system, deliveries, watching)
      const { count: countRows } = databaseOf(system)
      const [repeated, missing]: [string[], string[]] = [[], []]
      await inLanes(all, { lanes: LANES, until: Infinity }, async ({ eventId }) => {
        const { total } = await countRows('messages', { eventId })
        if (total > 1) repeated.push(`${eventId} was told ${total} times`)
        if (total === 0) missing.push(`${eventId} was not told`)
      })
      const late = (await countRows('approval_events', { state: 'late' })).total
      const noted = (await countRows('messages', { reminder: 'sent' })).total
      const sent = system.cloud.sentMessages().length
      log(`${deliveries.length} deliveries, ${late} late, ${sent} reminders of ${CONSENTS} that were agreed to`)
      const { backwards } = watching
      const figures = {
        repeated: repeated.length,
        missing: missing.length,
        backwards: backwards.length,
        // WeChat was given exactly what the inbox says was sent.
        reminders: Math.abs(sent - noted),
        refused: refused.length,
        deliveries: deliveries.length,
        late,
      }
      return { done: count, figures, failures: [...repeated, ...missing, ...backwards, ...refused] }
    } finally {
      await system.close()
    }
  },
}
