import {
  CircuitState,
  circuitBreaker,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  handleWhen,
  BrokenCircuitError,
} from 'cockatiel'
import { alarm } from '../kernel/alarm'
import { log } from '../kernel/log'
import { UpstreamFailure } from './failure'
import { FUNCTIONS, type FunctionKey } from './functions'

/**
 * Spares citizens the wait for a provider that does not answer, and the provider being asked all the same (ADR 6).
 *
 * Counted are attempts in a row, by what they tell: that nobody can be reached at all is said of the host, and holds for
 * every function; that one was silent, or that its gateway said 502, 503 or 504, is said of that function alone. So a
 * credit service that hangs never keeps anybody from logging in. An answer of any kind, a refusal included, is a sign of
 * life and starts the count anew: one citizen whose request always fails cannot close the way for the others.
 */
export interface BreakerLimits {
  /** Attempts in a row. Above what one call makes (4), so that no single tap opens anything. */
  readonly hostFailures: number
  readonly functionFailures: number
  /** ms after which one call may try again. */
  readonly pauseMs: number
}

const LIMITS: BreakerLimits = { hostFailures: 5, functionFailures: 8, pauseMs: 10_000 }

const speaksOf = (what: 'host' | 'function') => (error: Error) =>
  error instanceof UpstreamFailure && error.facts.speaksOf === what

/** What an attempt came to: only what a breaker counts is thrown inside it. */
type Outcome<T> = { readonly answer: T } | { readonly error: unknown }

export class Breakers {
  private readonly host: CircuitBreakerPolicy
  private readonly functions = new Map<FunctionKey, CircuitBreakerPolicy>()

  constructor(private readonly limits: BreakerLimits = LIMITS) {
    this.host = this.create('host', limits.hostFailures, 0)
  }

  /** Makes one attempt, or fails at once with UPSTREAM_UNAVAILABLE: then nothing was sent. */
  async guard<T>(key: FunctionKey, attempt: () => Promise<T>): Promise<T> {
    const isFunctionSilent = speaksOf('function')
    let outcome: Outcome<T>
    try {
      outcome = await this.of(key).execute(async () => {
        const reached = await this.host.execute(() => outcomeOf(attempt))
        if ('error' in reached && reached.error instanceof Error && isFunctionSilent(reached.error)) throw reached.error
        return reached
      })
    } catch (error) {
      throw error instanceof BrokenCircuitError ? this.closed() : error
    }
    if ('error' in outcome) throw outcome.error
    return outcome.answer
  }

  private of(key: FunctionKey): CircuitBreakerPolicy {
    const found = this.functions.get(key) ?? this.create('function', this.limits.functionFailures, FUNCTIONS[key].no)
    this.functions.set(key, found)
    return found
  }

  private create(what: 'host' | 'function', failures: number, no: number): CircuitBreakerPolicy {
    const breaker = new ConsecutiveBreaker(failures)
    const policy = circuitBreaker(handleWhen(speaksOf(what)), { breaker, halfOpenAfter: this.limits.pauseMs })
    policy.onStateChange((state) => {
      log({ requestId: '', event: 'one-network-breaker', what, no, state: CircuitState[state] })
      if (what === 'host' && state === CircuitState.Open) alarm('PROVIDER_DOWN', '')
    })
    return policy
  }

  private closed(): UpstreamFailure {
    return new UpstreamFailure(
      'UPSTREAM_UNAVAILABLE',
      'one-network is not asked while it does not answer',
      { notPerformed: true, transient: false },
      { retryable: true, retryAfterMs: this.limits.pauseMs, upstream: { code: 'NOT_ASKED', message: '' } },
    )
  }
}

/** Unreachable is thrown, for the host's breaker to count; everything else says that the host is there. */
async function outcomeOf<T>(attempt: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { answer: await attempt() }
  } catch (error) {
    if (error instanceof Error && speaksOf('host')(error)) throw error
    return { error }
  }
}
