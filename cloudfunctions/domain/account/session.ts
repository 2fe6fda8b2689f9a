import { setTimeout as sleep } from 'node:timers/promises'
import { Sealed } from '../../kernel/sealed'
import { type CallBudget } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { type Claim, ClaimLost } from '../../ledger/claim'
import { isFailure } from '../../one-network/failure'
import { type Login } from '../../one-network/mappers/account'
import { refreshLogin } from '../../one-network/resources/auth'
import { UserSession } from '../../one-network/user-session'
import { type BindingRow, findBinding, refreshLedger } from '../../stores/bindings'
import { PROFILE } from './identity'

interface Tokens {
  readonly userToken: string
  readonly refreshToken: string
}

/** A token this close to its end is refreshed before use. */
const SAFETY_MS = 60_000
const POLL_MS = 120
/** With less time left no refresh is begun: it would use the token up, and its answer would come too late. */
const REFRESH_NEEDS_MS = 3_000

const TOKENS = new Sealed<Tokens>('tokens')

/** What of a login is stored, sealed for its binding. */
export const toStored = (bindingId: string, login: Login, now: number) => ({
  tokens: TOKENS.seal(bindingId, { userToken: login.userToken, refreshToken: login.refreshToken }),
  profile: PROFILE.seal(bindingId, login.profile),
  tokenExpiresAt: now + login.expiresInMs,
})

const expired = () => new AppError('BINDING_EXPIRED', 'refresh token does not work any more')

/**
 * The provider, asked as the citizen of a binding. When it does not accept her token (2003), the token is refreshed once
 * and the same request is made again (contract chapter 5); a call fails with BINDING_EXPIRED when that does not help.
 */
export const sessionOf = (bindingId: string, budget: CallBudget): UserSession =>
  new UserSession((use) => withUserToken(bindingId, budget, use), budget)

async function withUserToken<T>(
  bindingId: string,
  budget: CallBudget,
  use: (userToken: string) => Promise<T>,
): Promise<T> {
  const first = await usableToken(bindingId, -1, budget)
  try {
    return await use(first.userToken)
  } catch (error) {
    if (!isFailure(error, 'token')) throw error
  }
  const second = await usableToken(bindingId, first.generation, budget)
  return use(second.userToken)
}

interface UsableToken {
  readonly userToken: string
  readonly generation: number
}

/** A token newer than `staleGeneration`. Whoever holds the lease refreshes; all others wait and read again. */
async function usableToken(bindingId: string, staleGeneration: number, budget: CallBudget): Promise<UsableToken> {
  for (;;) {
    const row = await findBinding(bindingId)
    if (!row) throw new AppError('NOT_BOUND', 'binding is gone')
    if (row.expired) throw expired()
    const now = Date.now()
    if (row.generation > staleGeneration && row.tokenExpiresAt - SAFETY_MS > now) {
      return { userToken: TOKENS.open(row._id, row.tokens).userToken, generation: row.generation }
    }
    if (now + REFRESH_NEEDS_MS > budget.deadline) throw unavailable()
    const claim = await refreshLedger.claim(row, { generation: row.generation }, {}, { until: budget.deadline })
    if (claim) return refresh(claim, budget)
    await sleep(POLL_MS)
  }
}

/** By one at a time: the refresh token works once. */
async function refresh(claim: Claim<BindingRow>, budget: CallBudget): Promise<UsableToken> {
  const { row } = claim
  let login: Login
  try {
    login = await refreshLogin(TOKENS.open(row._id, row.tokens).refreshToken, budget)
  } catch (error) {
    const dead = isFailure(error, 'token')
    await claim.release({ expired: dead })
    throw dead ? expired() : error
  }
  if (login.profile.userId !== row.userId) {
    await claim.release({ expired: true })
    throw expired()
  }
  const generation = row.generation + 1
  try {
    await claim.release({ ...toStored(row._id, login, Date.now()), generation })
  } catch (error) {
    throw error instanceof ClaimLost ? unavailable() : error
  }
  return { userToken: login.userToken, generation }
}

const unavailable = () => new AppError('UPSTREAM_UNAVAILABLE', 'refreshing took too long', { retryable: true })
