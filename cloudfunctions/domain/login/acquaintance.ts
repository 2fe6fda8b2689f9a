import { toLoginName } from '../../../miniprogram/shared/domain/login-name'
import { type SubjectType } from '../../../miniprogram/shared/domain/account'
import { keyedHash } from '../../kernel/keyed-hash'
import { type Profile } from '../../one-network/mappers/account'
import { findKnownLogin, putKnownLogin } from '../../stores/known-logins'

/** Who tries to log in, and where; all of it keyed hashes. */
export interface Acquaintance {
  readonly user: string
  /** Of the One-Network account, when a login has shown whose the name is; else of the name. */
  readonly account: string
  /** This WeChat user has been in this account. */
  readonly isKnown: boolean
}

const ofUser = (openid: string): string => keyedHash('WeChat user', openid)
const ofName = (subjectType: SubjectType, name: string): string => keyedHash('login name', subjectType, name)
const ofAccount = (userId: string): string => keyedHash('account', userId)
const ofPair = (user: string, account: string): string => keyedHash('has been in', user, account)

interface Named {
  readonly subjectType: SubjectType
  readonly account: string
}

/** A phone number and an ID number are two names of one account: once one login has shown that, they have one count. */
export async function acquaintanceOf(openid: string, named: Named): Promise<Acquaintance> {
  const user = ofUser(openid)
  const name = ofName(named.subjectType, named.account)
  const account = (await findKnownLogin(name))?.account ?? name
  return { user, account, isKnown: (await findKnownLogin(ofPair(user, account))) !== undefined }
}

/** Remembers a login that succeeded: whose the names are, and that this citizen has been there. @param now ms since the epoch */
export async function noteLogin(openid: string, named: Named, profile: Profile, now: number): Promise<void> {
  const account = ofAccount(profile.userId)
  const { subjectType, idNo, uscc, phone } = profile
  const names = [named.account, ...(subjectType === 'person' ? [idNo, phone] : [uscc])].flatMap((name) =>
    name ? [toLoginName(name)] : [],
  )
  const keys = [ofPair(ofUser(openid), account), ...new Set(names.map((name) => ofName(subjectType, name)))]
  await Promise.all(keys.map((_id) => putKnownLogin({ _id, account, seenAt: now })))
}
