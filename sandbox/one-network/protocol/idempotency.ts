import type { Platform } from '../platform'
import { beijingDateTime } from '../clock'
import { ProviderError } from './errors'

/** Contract chapter 9: kept for 30 days. */
const KEEP_MS = 30 * 86_400_000

/** JSON with sorted keys, so that the order of keys and white space do not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** requestNo of one application and function: the first success is kept and given again. */
export class RequestLedger {
  private readonly running = new Set<string>()

  constructor(private readonly platform: Platform) {}

  /**
   * The first result, marked duplicate, when the same content succeeded before. 3004 for other content (also when another
   * user sends it: a number must not open somebody else's result), 5001 while the first is still running.
   */
  replay(key: string, userId: string, request: unknown): object | undefined {
    if (this.running.has(key)) throw new ProviderError('5001', { retryAfterSeconds: 1 })
    const { store, now } = this.platform
    const first = store.ledger.get(key)
    if (first === undefined || now() - first.at > KEEP_MS) return undefined
    if (first.content !== canonical(request) || first.userId !== userId) {
      throw new ProviderError('3004', { firstRequestAt: beijingDateTime(first.at) })
    }
    return { ...first.data, duplicate: '1' }
  }

  /** Keeps a success; call it in the same transaction as the write. */
  remember(key: string, userId: string, request: unknown, data: object): void {
    const { store, now } = this.platform
    store.ledger.put({ key, userId, content: canonical(request), data: { ...data }, at: now() })
  }

  begin(key: string): void {
    this.running.add(key)
  }

  end(key: string): void {
    this.running.delete(key)
  }
}
