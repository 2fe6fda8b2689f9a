interface Window {
  readonly endsAt: number
  count: number
}

/** A citizen who is forgotten here is counted anew: the instance's memory has an end. */
const MOST_WINDOWS = 5_000

/** What this instance has counted for itself; it costs no round trip, and goes with the instance. */
export class FreeCounts {
  private readonly windows = new Map<string, Window>()

  /** true while `key` has some left of `most` within `windowMs`. @param now ms since the epoch */
  take(key: string, most: number, windowMs: number, now: number): boolean {
    const known = this.windows.get(key)
    const window = known && known.endsAt > now ? known : { endsAt: now + windowMs, count: 0 }
    if (window.count >= most) return false
    window.count += 1
    // The one that was not used for longest goes first.
    this.windows.delete(key)
    this.windows.set(key, window)
    const oldest = this.windows.keys().next()
    if (this.windows.size > MOST_WINDOWS && !oldest.done) this.windows.delete(oldest.value)
    return true
  }
}
