import { createHash, randomBytes } from 'node:crypto'
import { ProviderError } from '../protocol/errors'
import type { Platform } from '../platform'
import type { FictionalAccount } from './account'

/** Contract chapter 11. */
export const USER_TOKEN_SECONDS = 7200
export const REFRESH_TOKEN_SECONDS = 604_800

export interface Tokens {
  readonly userToken: string
  readonly refreshToken: string
}

const digest = (token: string) => createHash('sha256').update(token).digest('hex')
const sessionIdOf = (token: string) => token.split('.')[1] ?? ''

/** New tokens for a user; with a sessionId the session's old tokens die at once. */
export function issueTokens(
  { store, now }: Platform,
  userId: string,
  sessionId = randomBytes(12).toString('hex'),
): Tokens {
  const userToken = `ut.${sessionId}.${randomBytes(16).toString('hex')}`
  const refreshToken = `rt.${sessionId}.${randomBytes(16).toString('hex')}`
  store.sessions.put({
    sessionId,
    userId,
    userTokenDigest: digest(userToken),
    refreshTokenDigest: digest(refreshToken),
    userTokenUntil: now() + USER_TOKEN_SECONDS * 1000,
    refreshTokenUntil: now() + REFRESH_TOKEN_SECONDS * 1000,
  })
  return { userToken, refreshToken }
}

function accountOf({ accounts }: Platform, userId: string): FictionalAccount {
  const account = accounts.find((it) => it.userId === userId)
  if (account === undefined) throw new ProviderError('2003')
  return account
}

/** Who a user token belongs to; 2003 when it is unknown, replaced or older than 7200 s. */
export function accountOfUserToken(platform: Platform, userToken: string | undefined): FictionalAccount {
  const session = userToken === undefined ? undefined : platform.store.sessions.get(sessionIdOf(userToken))
  const valid =
    session !== undefined &&
    userToken !== undefined &&
    session.userTokenDigest === digest(userToken) &&
    platform.now() < session.userTokenUntil
  if (!valid) throw new ProviderError('2003')
  return accountOf(platform, session.userId)
}

/** Uses up a refresh token; 2003 when it is unknown, used before or older than 7 days. */
export function refreshTokens(
  platform: Platform,
  refreshToken: string,
): Tokens & { readonly account: FictionalAccount } {
  const session = platform.store.sessions.get(sessionIdOf(refreshToken))
  const valid =
    session !== undefined &&
    session.refreshTokenDigest === digest(refreshToken) &&
    platform.now() < session.refreshTokenUntil
  if (!valid) throw new ProviderError('2003')
  return { ...issueTokens(platform, session.userId, session.sessionId), account: accountOf(platform, session.userId) }
}
