import { boundCitizen, type CallAction } from './bound-citizen'
import type { Figure } from './measure'
import { withSystem } from './system'

const CALLS = 1000
const LIMIT = 2
/** One citizen may not ask so much in a minute (cloudfunctions/domain/limits). */
const CITIZENS = 8

/** Warm calls, one after another, keep their connections to the provider: each call asks it twice at the same time. */
export async function upstreamConnections(): Promise<Figure[]> {
  return withSystem({ rateLimits: false }, async (cloud, provider) => {
    const calls: CallAction[] = []
    for (let n = 0; n < CITIZENS; n++) calls.push(await boundCitizen(cloud, provider, `bench-${n}`))
    for (const call of calls) await call('case.list', { category: 'processing', pageNo: 1 })
    const before = provider.stats()
    for (let n = 0; n < CALLS; n++) await calls[n % CITIZENS]?.('case.list', { category: 'processing', pageNo: 1 })
    const after = provider.stats()
    const opened = after.connections - before.connections
    const measured = `${opened} opened for ${CALLS} warm calls, ${after.requests - before.requests} requests (${before.connections} before)`
    // The connections that served the first call are counted too: they are the ones that are kept.
    const used = after.connections
    const record = { id: 'connections', values: { used: String(used) } } as const
    const holds = used <= LIMIT
    return [{ name: 'upstream connections', promise: `≤ ${LIMIT}`, measured: `${used}: ${measured}`, holds, record }]
  })
}
