import { setTimeout as sleep } from 'node:timers/promises'
import { type ActionName, type Input } from '../../miniprogram/shared/contract/actions'
import { Citizen } from '../cloudfunctions/support/citizen'
import { NURSE } from '../cloudfunctions/support/nurse'
import { askAs } from '../cloudfunctions/support/replies'
import { startSystem, type System } from '../support/system'
import type { Part } from './part'

/** Pages that a citizen opens in turn, with what each asks. */
const PAGES: readonly (readonly [ActionName, Input<ActionName>])[] = [
  ['home.open', {}],
  ['case.list', { pageNo: 1 }],
  ['matter.open', { matterId: NURSE.matterId }],
  ['inbox.open', { pageNo: 1 }],
  ['credit.open', {}],
]
const CITIZENS = 4
const SECOND = 1000
/** How often a citizen opens the next page, whatever became of the last one. */
const EVERY_MS = 2 * SECOND
const LONGEST_PAGE_MS = 8 * SECOND
/** As long as what is measured without an outage: enough for each page a few times. */
const NORMAL_SECONDS = 30
const MOST_CALLS = 1.1

/** How the provider is out: nobody there, a gateway that says so. */
const KINDS = [{ kind: 'down' }, { kind: 'status', status: 503 }] as const

interface Seen {
  readonly asked: number
  readonly pages: number
  readonly slowestMs: number
  readonly tooSlow: readonly string[]
}

/** Everybody opens a page each two seconds, for so long. */
async function visit(system: System, citizens: readonly Citizen[], seconds: number): Promise<Seen> {
  const before = system.provider.stats().requests
  const until = Date.now() + seconds * SECOND
  const tooSlow: string[] = []
  let [pages, slowestMs] = [0, 0]
  const openPage = async (citizen: Citizen, nth: number): Promise<void> => {
    const [action, input] = PAGES[nth % PAGES.length] ?? ['home.open', {}]
    const from = Date.now()
    await askAs(system, citizen.openid, action, input)
    const ms = Date.now() - from
    pages += 1
    slowestMs = Math.max(slowestMs, ms)
    if (ms > LONGEST_PAGE_MS) tooSlow.push(`${action} took ${ms} ms`)
  }
  await Promise.all(
    citizens.map(async (citizen, n) => {
      for (let nth = n; Date.now() < until; nth += 1) {
        await Promise.all([openPage(citizen, nth), sleep(EVERY_MS)])
      }
    }),
  )
  return { asked: system.provider.stats().requests - before, pages, slowestMs, tooSlow }
}

/** The provider is gone while everybody goes on opening pages: it is not asked more than usual, and no page waits for it. */
export const outage: Part = {
  name: 'outage',
  unit: 'seconds of outage',
  target: 600,
  slice: 600,
  bounds: {
    'calls against normal': { most: MOST_CALLS, combine: 'largest' },
    'slowest page in ms': { most: LONGEST_PAGE_MS, combine: 'largest' },
    'pages over 8 s': { most: 0 },
  },
  async run({ from, count, until, log }) {
    const system = await startSystem({ rateLimits: false })
    try {
      const citizens = Array.from({ length: CITIZENS }, (_, n) => new Citizen(system, `torture-outage-${n}`))
      for (const citizen of citizens) await citizen.bind(NURSE.account)
      await visit(system, citizens, PAGES.length)
      const normal = await visit(system, citizens, Math.min(NORMAL_SECONDS, count))
      const { kind, ...status } = KINDS[(from / count) % KINDS.length] ?? KINDS[0]
      const seconds = Math.max(0, Math.min(count, Math.floor((until - Date.now()) / SECOND)))
      system.provider.faults.set({ match: {}, kind, ...status })
      const out = await visit(system, citizens, seconds)
      const ratio = out.asked / out.pages / (normal.asked / normal.pages)
      log(`${kind}: ${out.asked} calls of ${out.pages} pages; normally ${normal.asked} of ${normal.pages}`)
      return {
        done: seconds,
        figures: {
          'calls against normal': ratio,
          'slowest page in ms': out.slowestMs,
          'pages over 8 s': out.tooSlow.length,
          calls: out.asked,
          pages: out.pages,
        },
        failures: out.tooSlow,
      }
    } finally {
      await system.close()
    }
  },
}
