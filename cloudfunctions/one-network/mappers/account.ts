import { type SubjectType } from '../../../miniprogram/shared/domain/account'
import { count, text } from '../read'
import { type Wire } from '../wire'

/** What the provider says about its user (contract #17). Personal data in the clear: sealed at rest, never logged. */
export interface Profile {
  readonly userId: string
  readonly subjectType: SubjectType
  readonly name: string
  readonly idNo?: string
  readonly uscc?: string
  readonly phone?: string
  readonly legalPerson?: string
  readonly legalPersonIdNo?: string
  readonly agentName?: string
  readonly agentIdNo?: string
  readonly address?: string
}

/** A login or a refresh that succeeded. */
export interface Login {
  readonly userToken: string
  readonly refreshToken: string
  /** Life of userToken in ms. */
  readonly expiresInMs: number
  readonly profile: Profile
}

/** undefined when a token or the user is missing: such an answer logs nobody in. */
export function toLogin(wire: Wire<'LoginData'>): Login | undefined {
  const userToken = text(wire?.userToken)
  const refreshToken = text(wire?.refreshToken)
  const profile = toProfile(wire?.user)
  if (!userToken || !refreshToken || !profile) return undefined
  return { userToken, refreshToken, expiresInMs: (count(wire?.expiresIn) ?? 0) * 1000, profile }
}

function toProfile(wire: Wire<'UserInfo'>): Profile | undefined {
  const userId = text(wire?.userId)
  const name = text(wire?.name)
  const subjectType = text(wire?.subjectType)
  if (!userId || !name || (subjectType !== 'person' && subjectType !== 'enterprise')) return undefined
  const optional = {
    idNo: text(wire?.idNo),
    uscc: text(wire?.uscc),
    phone: text(wire?.phone),
    legalPerson: text(wire?.legalPerson),
    legalPersonIdNo: text(wire?.legalPersonIdNo),
    agentName: text(wire?.agentName),
    agentIdNo: text(wire?.agentIdNo),
    address: text(wire?.address),
  }
  const present = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined))
  return { userId, subjectType, name, ...present }
}
