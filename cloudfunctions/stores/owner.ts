import { type SubjectType } from '../../miniprogram/shared/domain/account'

/** Whose a row is: a One-Network user, as bound by a WeChat user. */
export interface Owner {
  readonly openid: string
  readonly userId: string
}

/** The same with the kind of account that is bound. */
export interface BoundOwner extends Owner {
  readonly subjectType: SubjectType
}

/** The part of anything that says whose it is. */
export const ofOwner = ({ openid, userId }: Owner): Owner => ({ openid, userId })

export const ofBound = ({ openid, userId, subjectType }: BoundOwner): BoundOwner => ({ openid, userId, subjectType })
