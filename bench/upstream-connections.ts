import { boundCitizen } from './bound-citizen'
import type { Figure } from './measure'
import { withSystem } from './system'

const CALLS = 1000
const LIMIT = 2

/** Warm calls, one after another, keep their connections to the provider: each call asks it twice at the same time. */
export async function upstreamConnections(): Promise<Figure[]> {
  return withSystem({ rateLimits: false }, async (cloud, provider) => {
    const call = await boundCitizen(cloud, provider)
    await call('case.list', { category: 'processing', pageNo: 1 })
    const before = provider.stats()
    for (let n = 0; n < CALLS; n++) await call('case.list', { category: 'processing', pageNo: 1 })
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
