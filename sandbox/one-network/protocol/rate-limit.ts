interface Bucket {
  tokens: number
  at: number
}

export interface RateRule {
  readonly perSecond: number
  readonly burst: number
}

/** Limits of contract chapter 11. */
export const APP_RATE: RateRule = { perSecond: 50, burst: 100 }
export const TOKEN_RATE: RateRule = { perSecond: 10, burst: 10 }
export const LOGIN_RATE: RateRule = { perSecond: 10 / 60, burst: 10 }
export const CREDIT_RATE: RateRule = { perSecond: 1, burst: 60 }
/** #32, for each case. */
export const ARCHIVE_RATE: RateRule = { perSecond: 6 / 60, burst: 6 }
export const MAX_CONCURRENT_UPLOADS = 10

const MAX_BUCKETS = 10_000

/** Token buckets by key. */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>()

  constructor(
    private readonly now: () => number,
    private readonly enforced = true,
  ) {}

  /** Seconds to wait (at least 1), or 0 when the request may pass. */
  take(key: string, rule: RateRule): number {
    if (!this.enforced) return 0
    const at = this.now()
    const bucket = this.buckets.get(key) ?? { tokens: rule.burst, at }
    const refilled = Math.min(rule.burst, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * rule.perSecond)
    const passes = refilled >= 1
    if (this.buckets.size >= MAX_BUCKETS) this.buckets.clear()
    this.buckets.set(key, { tokens: passes ? refilled - 1 : refilled, at })
    return passes ? 0 : Math.max(1, Math.ceil((1 - refilled) / rule.perSecond))
  }
}
