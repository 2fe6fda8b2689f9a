interface Entry<T> {
  readonly value: Promise<T>
  readonly askedAt: number
  /** true once `value` has come. */
  arrived: boolean
  /** When the answer was last asked for anew, behind the back of those who get the old one. */
  renewedAt: number
}

export interface CacheOptions {
  /** ms for which an answer is simply right. */
  readonly freshMs: number
  /** ms for which an old answer is given at once while a new one is asked for; also when that fails. 0 = never. */
  readonly staleMs?: number
  /** The oldest goes first. */
  readonly mostEntries?: number
}

/** A failing source is asked again no sooner; and a question that the platform froze with its instance is given up. */
const RENEW_EVERY_MS = 15_000

/**
 * Remembers answers in this instance; callers of the same key share one question. Failures are never kept, and never
 * take the place of an answer. (RFC 5861: stale-while-revalidate, stale-if-error.)
 */
export class MemoryCache<T> {
  private readonly entries = new Map<string, Entry<T>>()

  constructor(
    private readonly options: CacheOptions,
    private readonly clock: () => number = Date.now,
  ) {}

  get(key: string, load: () => Promise<T>): Promise<T> {
    const { freshMs, staleMs = 0 } = this.options
    const now = this.clock()
    const found = this.entries.get(key)
    const age = found ? now - found.askedAt : Infinity
    if (!found || age >= freshMs + (found.arrived ? staleMs : 0)) return this.ask(key, load, now)
    if (age >= freshMs && now - found.renewedAt >= RENEW_EVERY_MS) {
      found.renewedAt = now
      this.ask(key, load, now, found).catch(() => undefined)
    }
    return found.value
  }

  /** @param old stays where it is until the new answer has come */
  private ask(key: string, load: () => Promise<T>, now: number, old?: Entry<T>): Promise<T> {
    const value = load()
    const entry: Entry<T> = { value, askedAt: now, arrived: false, renewedAt: -Infinity }
    if (!old) this.keep(key, entry)
    value.then(
      () => {
        entry.arrived = true
        if (old) this.keep(key, entry)
      },
      () => {
        if (this.entries.get(key) === entry) this.entries.delete(key)
      },
    )
    return value
  }

  private keep(key: string, entry: Entry<T>): void {
    this.entries.delete(key)
    this.entries.set(key, entry)
    const oldest = this.entries.keys().next()
    if (this.entries.size > (this.options.mostEntries ?? 200) && !oldest.done) this.entries.delete(oldest.value)
  }
}
