import type { BeijingTime } from './time'

/** 自然人 or 企业 (the latter includes every non-natural person: 个体工商户, 事业单位, 社会组织; contract #17). */
export type SubjectType = 'person' | 'enterprise'

export const SUBJECT_LABEL: Readonly<Record<SubjectType, string>> = { person: '个人', enterprise: '企业' }

/** One bound One-Network account, masked for display (domain conventions: WeChat's masking table). */
export interface Identity {
  readonly subjectType: SubjectType
  /** Person: masked name (欧**五). Enterprise: full public name. */
  readonly displayName: string
  /** Masked certificate number. */
  readonly maskedCertNo: string
  readonly maskedPhone: string
  /** Enterprise only: masked name of the 经办人. */
  readonly agentName?: string
  readonly boundAt: BeijingTime
  /** true when the refresh token no longer works: the citizen must log in again. */
  readonly expired: boolean
}

/** The citizen's account: at most one person and one enterprise identity; exactly one is active when any is bound. */
export interface AccountView {
  readonly active: SubjectType | null
  readonly identities: readonly Identity[]
}
