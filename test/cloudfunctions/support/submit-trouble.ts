import { fraction, type PassingRequest, type Trouble, type TroubleKind } from '../../support/bad-line'

/** How often each kind of trouble is met, relative to the others. A silent provider costs the caller its whole budget, a killed function the start of another. */
const WEIGHTS: Readonly<Record<TroubleKind, number>> = {
  lost: 16,
  unanswered: 16,
  late: 10,
  unavailable: 12,
  busy: 8,
  department: 8,
  slow: 12,
  gateway: 6,
  unreadable: 3,
  tooMany: 4,
  refused: 2,
  silent: 1,
  killed: 1,
  killedAfter: 1,
}

const TOTAL = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)

function kindAt(point: number): TroubleKind {
  let left = point * TOTAL
  for (const [kind, weight] of Object.entries(WEIGHTS) as [TroubleKind, number][]) {
    left -= weight
    if (left < 0) return kind
  }
  return 'lost'
}

/** Between 0.3 and 4.3 s: longer than a connection lives, shorter and longer than the pause before the next question. */
const delayAt = (point: number): number => 300 + Math.floor(point * 4000)

/**
 * Troubles a share of all requests. What happens depends only on the seed, on which step of which tap a request is, and on
 * how often that step was tried: not on the time.
 */
export function troublePlan(seed: number, share: number): (request: PassingRequest) => Trouble | undefined {
  const tries = new Map<string, number>()
  return ({ path, body, traceId }) => {
    const who = traceId.startsWith('draft-') ? traceId : 'scheduler'
    const key = JSON.stringify([who, path, body.saveType, body.materialId, body.category])
    const nth = (tries.get(key) ?? 0) + 1
    tries.set(key, nth)
    const roll = (what: string): number => fraction(seed, what, key, nth)
    return roll('trouble') < share ? { kind: kindAt(roll('kind')), ms: delayAt(roll('delay')) } : undefined
  }
}
