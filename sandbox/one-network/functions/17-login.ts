import type { FictionalAccount } from '../accounts/account'
import { failLogin, forgetFailures, refuseIfLocked } from '../accounts/login-lock'
import {
  issueTokens,
  REFRESH_TOKEN_SECONDS,
  refreshTokens,
  type Tokens,
  USER_TOKEN_SECONDS,
} from '../accounts/sessions'
import { decryptSm2 } from '../accounts/sm2'
import { invalid, ProviderError } from '../protocol/errors'
import { type Call, defineFunction } from './define'

type SubjectType = FictionalAccount['subjectType']

type Request =
  | {
      readonly loginType: 'password'
      readonly subjectType: SubjectType
      readonly account: string
      readonly password: string
    }
  | {
      readonly loginType: 'phoneTicket'
      readonly subjectType: SubjectType
      readonly phoneTicket: string
      readonly account?: string
    }
  | { readonly loginType: 'refresh'; readonly refreshToken: string }

/** An account that nobody has still answers like one, so that accounts cannot be probed. */
const UNKNOWN_ACCOUNT_REMAIN = 4

function byPassword({ platform }: Call, request: Request & { readonly loginType: 'password' }): FictionalAccount {
  const account = platform.accounts.find(
    (it) => it.subjectType === request.subjectType && it.logins.includes(request.account),
  )
  if (account === undefined) throw new ProviderError('2001', { remainTimes: UNKNOWN_ACCOUNT_REMAIN })
  refuseIfLocked(platform, account)
  const password = decryptSm2(request.password, platform.keys.sm2PrivateKey)
  if (password !== account.password) throw failLogin(platform, account)
  forgetFailures(platform, account)
  return account
}

/** The ticket is `手机号|X-Timestamp|X-Nonce` of this very request; the nonce store makes it single-use. */
function byPhoneTicket(call: Call, request: Request & { readonly loginType: 'phoneTicket' }): FictionalAccount {
  const { platform } = call
  const ticket = decryptSm2(request.phoneTicket, platform.keys.sm2PrivateKey)
  const [phone, timestamp, nonce] = (ticket ?? '').split('|')
  if (timestamp !== call.timestamp || nonce !== call.nonce) throw invalid('phoneTicket', '手机号凭据与本次请求不一致')
  const owned = platform.accounts.filter((it) => it.subjectType === request.subjectType && it.phone === phone)
  if (owned.length > 1 && request.account === undefined)
    throw invalid('account', '该手机号是多家企业的经办人，请指明企业')
  const account = owned.find((it) => request.account === undefined || it.uscc === request.account)
  if (account === undefined) throw new ProviderError('2001', { remainTimes: UNKNOWN_ACCOUNT_REMAIN })
  refuseIfLocked(platform, account)
  return account
}

function toLoginData({ userToken, refreshToken }: Tokens, account: FictionalAccount) {
  return {
    userToken,
    refreshToken,
    expiresIn: USER_TOKEN_SECONDS,
    refreshExpiresIn: REFRESH_TOKEN_SECONDS,
    user: {
      userId: account.userId,
      subjectType: account.subjectType,
      name: account.name,
      idNo: account.idNo ?? null,
      uscc: account.uscc ?? null,
      phone: account.phone,
      legalPerson: account.legalPerson ?? '',
      legalPersonIdNo: account.legalPersonIdNo ?? '',
      agentName: account.agentName ?? '',
      agentIdNo: account.agentIdNo ?? '',
      address: account.address ?? null,
      realNameLevel: '3',
    },
  }
}

/** #17 登录: by password, by phone ticket, or by refreshing. */
export const login = defineFunction<Request>(17, (call, request) => {
  if (request.loginType === 'refresh') {
    const { account, ...tokens } = refreshTokens(call.platform, request.refreshToken)
    return toLoginData(tokens, account)
  }
  const account = request.loginType === 'password' ? byPassword(call, request) : byPhoneTicket(call, request)
  return toLoginData(issueTokens(call.platform, account.userId), account)
})
