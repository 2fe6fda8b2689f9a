import { boundCitizen } from './bound-citizen'
import { sideBySide, type Figure } from './measure'
import { withSystem } from './system'

const ROUNDS = 30
/** What the provider takes for each answer, in ms: long enough that everything else is small beside it. */
const DELAY_MS = 100
const LIMIT = 1.2

/**
 * k independent provider reads of one action take about as long as one: an action of k reads against an action of one,
 * both through the real function, the same overhead on both sides.
 */
export async function parallelReads(): Promise<Figure[]> {
  return withSystem({ delayMs: DELAY_MS, rateLimits: false }, async (cloud, provider) => {
    const call = await boundCitizen(cloud, provider)
    const first = await call('case.list', { category: '2', pageNo: 1 })
    const caseNo = first.page.rows[0]?.caseNo
    if (!caseNo) throw new Error('the sandbox has no case to open')
    const times = await sideBySide(
      () => call('case.list', { category: '2', pageNo: 1 }),
      () => call('case.open', { caseNo }),
      { rounds: ROUNDS, warmup: 2 },
    )
    const ratio = times.a / times.b
    const measured = `${ratio.toFixed(2)} × (2 reads ${times.a.toFixed(0)} ms, 1 read ${times.b.toFixed(0)} ms, medians of ${ROUNDS})`
    return [{ name: 'independent provider reads', promise: `≤ ${LIMIT} ×`, measured, holds: ratio <= LIMIT }]
  })
}
