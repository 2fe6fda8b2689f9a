import type { Cloud } from '../sandbox/cloud'
import type { OneNetwork } from '../sandbox/one-network'
import { boundCitizen, type CallAction } from './bound-citizen'
import { sideBySide, type Figure } from './measure'
import { withSystem } from './system'

const ROUNDS = 30
/** What the provider takes for each answer, in ms: long enough that everything else is small beside it. */
const DELAY_MS = 100
const LIMIT = 1.2

/** An action of k reads against `readOne`, an action of one: the same overhead on both sides. */
async function compare(
  reads: number,
  readMany: () => Promise<unknown>,
  readOne: () => Promise<unknown>,
  prepare?: () => Promise<unknown>,
): Promise<Figure> {
  const times = await sideBySide(readMany, readOne, { rounds: ROUNDS, warmup: 2, prepare })
  const ratio = times.a / times.b
  const measured = `${ratio.toFixed(2)} × (${reads} reads ${times.a.toFixed(0)} ms, 1 read ${times.b.toFixed(0)} ms, medians of ${ROUNDS})`
  const values = { ratio: ratio.toFixed(2), many: times.a.toFixed(0), one: times.b.toFixed(0) }
  const record = { id: reads === 2 ? 'two-reads' : 'three-reads', values } as const
  return {
    name: `${reads} independent provider reads`,
    promise: `≤ ${LIMIT} ×`,
    measured,
    holds: ratio <= LIMIT,
    record,
  }
}

/**
 * Hands out matters that the running instance has not read yet, because it remembers guides for minutes; when all were
 * read, a new instance takes over and is warmed up.
 * @param opened the matter of the case that is opened beside them, whose guide is read there
 */
async function unreadMatters(cloud: Cloud, call: CallAction, opened: string): Promise<() => Promise<string>> {
  const matters = (await call('matter.list', {})).matters.filter(({ matterId }) => matterId !== opened)
  let next = 0
  return async () => {
    if (next === matters.length) {
      cloud.reload()
      await call('case.list', { category: 'processing', pageNo: 1 })
      next = 0
    }
    return matters[next++]?.matterId ?? ''
  }
}

/** k independent provider reads of one action take about as long as one, through the real function. */
export async function parallelReads(): Promise<Figure[]> {
  return withSystem({ delayMs: DELAY_MS, rateLimits: false }, async (cloud, provider: OneNetwork) => {
    const call = await boundCitizen(cloud, provider)
    const listCases = () => call('case.list', { category: 'processing', pageNo: 1 })
    const caseNo = (await listCases()).page.rows[0]?.caseNo
    if (!caseNo) throw new Error('the sandbox has no case to open')
    const openCase = () => call('case.open', { caseNo })

    const unread = await unreadMatters(cloud, call, (await openCase()).progress.matterId)
    let matterId = ''
    const openMatter = async (): Promise<void> => {
      const before = provider.stats().requests
      await call('matter.open', { matterId })
      const asked = provider.stats().requests - before
      // A remembered answer would be a good time for nothing.
      if (asked !== 3) throw new Error(`matter.open asked the provider ${asked} times instead of 3`)
    }
    return [
      await compare(2, listCases, openCase),
      await compare(3, openMatter, openCase, async () => {
        matterId = await unread()
      }),
    ]
  })
}
