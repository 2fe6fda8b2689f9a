/**
 * Spreads the starts of calls: at most `most` within any `windowMs`. For one invocation that asks many questions for one
 * citizen, so that it does not run into the provider's limit (contract chapter 11: 10 a second for each user token) and
 * then wait for the refusal's Retry-After. A little below the limit: the citizen's other pages ask too.
 */
export class Pace {
  private readonly starts: number[] = []

  constructor(
    private readonly most = 8,
    private readonly windowMs = 1000,
  ) {}

  /** Takes the next turn. Returns how long to wait for it, in ms. @param now ms since the epoch */
  take(now: number): number {
    const before = this.starts.at(-this.most)
    const start = before === undefined ? now : Math.max(now, before + this.windowMs)
    this.starts.push(start)
    if (this.starts.length > this.most) this.starts.shift()
    return start - now
  }
}
