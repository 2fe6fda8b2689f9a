const NONCE_MS = 600_000

/** Nonces of one application within 10 minutes (contract chapter 3). In memory only: a restart forgets them. */
export class NonceStore {
  private readonly seen = new Map<string, number>()

  constructor(private readonly now: () => number) {}

  /** false when the nonce was used before; otherwise it is used now. */
  use(appKey: string, nonce: string): boolean {
    const at = this.now()
    // Insertion order is time order, so the expired ones are at the front.
    for (const [key, usedAt] of this.seen) {
      if (at - usedAt < NONCE_MS) break
      this.seen.delete(key)
    }
    const key = `${appKey} ${nonce}`
    if (this.seen.has(key)) return false
    this.seen.set(key, at)
    return true
  }
}
