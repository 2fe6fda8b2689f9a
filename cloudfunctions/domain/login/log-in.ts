import { type SubjectType } from '../../../miniprogram/shared/domain/account'
import { type Context } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { type Login } from '../../one-network/mappers/account'
import { logIn, wrongInARow } from '../../one-network/resources/auth'
import { takeAllowance } from '../limits/allowance'
import { type Acquaintance, acquaintanceOf, noteLogin } from './acquaintance'
import { type Attempt, beginAttempt, type Count } from './attempt'
import { heldBack } from './held-back'
import { OWN_PAUSES_MS, STRANGER_PAUSES_MS, TRIES_BEFORE_AN_HOUR } from './pauses'

const MINUTE = 60_000

interface Credentials {
  readonly subjectType: SubjectType
  readonly account: string
  readonly password: string
}

/** Her own account is counted for her alone; strangers share the count of an account, and each has one over all accounts. */
function countsOf({ user, account, isKnown }: Acquaintance): readonly Count[] {
  if (isKnown) return [{ _id: `${account}_${user}`, by: user, isShared: false, pausesMs: OWN_PAUSES_MS }]
  return [
    { _id: user, by: account, isShared: false, pausesMs: STRANGER_PAUSES_MS },
    { _id: account, by: user, isShared: true, pausesMs: STRANGER_PAUSES_MS },
  ]
}

/**
 * Logs in (#17) as far as the counts allow. RATE_LIMITED with a time, before the provider is asked, for who tried too often.
 * A citizen who has been in the account hears what the provider says of it: the tries left, the lock. Anybody else hears
 * that name and password do not fit together, or a time.
 */
export async function logInWithinLimits(credentials: Credentials, context: Context): Promise<Login> {
  const usedUpUntil = await takeAllowance('login', context.openid, context.now())
  if (usedUpUntil !== undefined) throw await heldBack(usedUpUntil, context)
  const who = await acquaintanceOf(context.openid, credentials)
  const attempt = await beginAttempt(countsOf(who))
  if ('heldUntil' in attempt) throw await heldBack(attempt.heldUntil, context)
  let login: Login
  try {
    login = await logIn(credentials, context)
  } catch (error) {
    const pausedUntil = await settle(attempt, error)
    throw await asHeard(error, who, pausedUntil, context)
  }
  await attempt.right()
  await noteLogin(context.openid, credentials, login.profile, context.now())
  return login
}

/** Resolves with until when the next try waits: ms since the epoch. */
async function settle(attempt: Attempt, error: unknown): Promise<number> {
  const counted = wrongInARow(error)
  // What was tried elsewhere brings the first long pause and no longer one: it may be her first try here.
  if (counted !== undefined) return attempt.wrong(Math.min(counted, TRIES_BEFORE_AN_HOUR))
  await attempt.undone()
  return 0
}

async function asHeard(
  error: unknown,
  { isKnown }: Acquaintance,
  pausedUntil: number,
  context: Context,
): Promise<unknown> {
  if (!(error instanceof AppError)) return error
  const { retryAfterMs = MINUTE, until } = error.detail
  if (error.code === 'RATE_LIMITED') return heldBack(context.now() + retryAfterMs, context)
  if (isKnown) return error
  if (error.code === 'LOGIN_FAILED') return new AppError('LOGIN_FAILED', error.message)
  if (error.code === 'ACCOUNT_LOCKED') return heldBack(Math.max(pausedUntil, until ? Date.parse(until) : 0), context)
  return error
}
