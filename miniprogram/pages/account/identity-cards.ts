import type { IconName } from '../../components/svg-icon/icon-names'
import { SUBJECT_LABEL, type AccountView, type Identity, type SubjectType } from '../../shared/domain/account'
import { formatBeijingTime } from '../../shared/domain/time'

export interface IdentityCard {
  readonly subjectType: SubjectType
  readonly label: string
  readonly icon: IconName
  readonly name: string
  /** 个人 · 1****************2, of an enterprise also who acts for it. */
  readonly note: string
  readonly active: boolean
  readonly expired: boolean
  /** What else is known of it. */
  readonly lines: readonly string[]
}

const ICON: Readonly<Record<SubjectType, IconName>> = { person: 'user', enterprise: 'city' }

/** The bound identities, the active one first. */
export function identityCards(account: AccountView): readonly IdentityCard[] {
  const cards = account.identities.map((identity) => cardOf(identity, account.active))
  return [...cards.filter(({ active }) => active), ...cards.filter(({ active }) => !active)]
}

/** Identities that can still be bound. */
export function unboundSubjects(
  account: AccountView,
): readonly { subjectType: SubjectType; label: string; icon: IconName }[] {
  const subjects: readonly SubjectType[] = ['person', 'enterprise']
  return subjects
    .filter((subject) => account.identities.every(({ subjectType }) => subjectType !== subject))
    .map((subjectType) => ({ subjectType, label: SUBJECT_LABEL[subjectType], icon: ICON[subjectType] }))
}

function cardOf(identity: Identity, active: SubjectType | null): IdentityCard {
  const { subjectType, displayName, maskedCertNo, maskedPhone, agentName, boundAt, expired } = identity
  const certName = subjectType === 'enterprise' ? '统一社会信用代码' : '证件号码'
  const agent = agentName === undefined ? [] : [`经办人 ${agentName}`]
  return {
    subjectType,
    label: SUBJECT_LABEL[subjectType],
    icon: ICON[subjectType],
    name: displayName,
    note: [SUBJECT_LABEL[subjectType], ...(agent.length > 0 ? agent : [maskedCertNo])].join('\n'),
    active: subjectType === active,
    expired,
    lines: [`${certName} ${maskedCertNo}`, `手机 ${maskedPhone}`, ...agent, `绑定于 ${formatBeijingTime(boundAt)}`],
  }
}
