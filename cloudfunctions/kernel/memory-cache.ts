interface Entry<T> {
  readonly value: Promise<T>
  readonly freshUntil: number
}

/**
 * Remembers answers in this instance for `ttlMs`; callers of the same key share one question. Failures are never kept.
 * Bounded: the oldest entry goes first.
 */
export class MemoryCache<T> {
  private readonly entries = new Map<string, Entry<T>>()

  constructor(
    private readonly ttlMs: number,
    private readonly mostEntries = 200,
  ) {}

  get(key: string, load: () => Promise<T>): Promise<T> {
    const now = Date.now()
    const found = this.entries.get(key)
    if (found && found.freshUntil > now) return found.value
    const value = load()
    const entry = { value, freshUntil: now + this.ttlMs }
    this.entries.delete(key)
    this.entries.set(key, entry)
    const oldest = this.entries.keys().next()
    if (this.entries.size > this.mostEntries && !oldest.done) this.entries.delete(oldest.value)
    value.catch(() => {
      if (this.entries.get(key) === entry) this.entries.delete(key)
    })
    return value
  }
}
