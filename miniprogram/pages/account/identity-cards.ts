import { SUBJECT_LABEL, type AccountView, type Identity, type SubjectType } from '../../shared/domain/account'
import { formatBeijingTime } from '../../shared/domain/time'

export interface IdentityCard {
  readonly subjectType: SubjectType
  readonly label: string
  readonly name: string
  readonly active: boolean
  readonly expired: boolean
  readonly lines: readonly string[]
}

/** The bound identities, the active one first. */
export function identityCards(account: AccountView): readonly IdentityCard[] {
  const cards = account.identities.map((identity) => cardOf(identity, account.active))
  return [...cards.filter(({ active }) => active), ...cards.filter(({ active }) => !active)]
}

/** Identities that can still be bound. */
export function unboundSubjects(account: AccountView): readonly { subjectType: SubjectType; label: string }[] {
  const subjects: readonly SubjectType[] = ['person', 'enterprise']
  return subjects
    .filter((subject) => account.identities.every(({ subjectType }) => subjectType !== subject))
    .map((subjectType) => ({ subjectType, label: SUBJECT_LABEL[subjectType] }))
}

function cardOf(identity: Identity, active: SubjectType | null): IdentityCard {
  const certName = identity.subjectType === 'enterprise' ? '统一社会信用代码' : '证件号码'
  const lines = [`${certName} ${identity.maskedCertNo}`, `手机 ${identity.maskedPhone}`]
  if (identity.agentName !== undefined) lines.push(`经办人 ${identity.agentName}`)
  lines.push(`绑定于 ${formatBeijingTime(identity.boundAt)}`)
  return {
    subjectType: identity.subjectType,
    label: SUBJECT_LABEL[identity.subjectType],
    name: identity.displayName,
    active: identity.subjectType === active,
    expired: identity.expired,
    lines,
  }
}
