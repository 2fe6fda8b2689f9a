import { type SubjectType } from '../../../miniprogram/shared/domain/account'
import { type CallBudget } from '../../kernel/context'
import { must } from '../answers'
import { oneNetwork } from '../client'
import { UpstreamFailure } from '../failure'
import { type Login, toLogin } from '../mappers/account'
import { encryptPassword } from '../signature'

/** Logs in (#17). LOGIN_FAILED with the tries left, ACCOUNT_LOCKED with `until`. Never repeated by itself. */
export async function logIn(
  credentials: { readonly subjectType: SubjectType; readonly account: string; readonly password: string },
  budget: CallBudget,
): Promise<Login> {
  const client = oneNetwork()
  const { subjectType, account } = credentials
  const password = encryptPassword(credentials.password, client.sm2PublicKey)
  const data = await client.call('login', { loginType: 'password', subjectType, account, password }, budget)
  return must(toLogin(data), 'login')
}

/** Contract #17: so many wrong passwords in a row lock an account for half an hour; then the count begins anew. */
const LOCKS_AT = 5

/**
 * What a login that failed did to the provider's count of wrong passwords in a row: the count, as far as the provider says
 * it; 0 = it may have risen; undefined = it did not.
 */
export function wrongInARow(error: unknown): number | undefined {
  if (!(error instanceof UpstreamFailure)) return 0
  if (error.code === 'ACCOUNT_LOCKED') return LOCKS_AT
  const { triesLeft, notPerformed } = error.facts
  if (error.code === 'LOGIN_FAILED') return triesLeft === undefined ? 0 : LOCKS_AT - triesLeft
  return notPerformed ? undefined : 0
}

/** Trades a refresh token, which works once, for a new pair (#17). BINDING_EXPIRED when it does not work any more. */
export async function refreshLogin(refreshToken: string, budget: CallBudget): Promise<Login> {
  return must(toLogin(await oneNetwork().call('login', { loginType: 'refresh', refreshToken }, budget)), 'login')
}
