import type { IconName } from '../../components/svg-icon/icon-names'
import { SUBJECT_LABEL, type AccountView } from '../../shared/domain/account'

/** Who acts now, as the head of the page says it. */
export interface IdentityHead {
  readonly title: string
  readonly note: string
  /** '' = nobody acts: the office's own name stands there. */
  readonly icon: IconName | ''
  /** What a tap does; '' = nothing. */
  readonly way: '' | 'switch' | 'login' | 'account'
}

const OFFICE: IdentityHead = {
  title: '天津高新区政务服务办公室',
  note: '查事项、备材料、网上办、看进度',
  icon: '',
  way: '',
}

const LAST: IdentityHead = { title: '', note: '上次的身份', icon: 'user', way: '' }

/** @param account null = not known (yet) */
export function identityHead(account: AccountView | null): IdentityHead {
  if (account === null || account.active === null) return OFFICE
  const active = account.identities.find(({ subjectType }) => subjectType === account.active)
  // What this phone keeps has nobody's name.
  if (active === undefined) return { ...LAST, title: `${SUBJECT_LABEL[account.active]}身份` }
  const label = SUBJECT_LABEL[active.subjectType]
  const head = { title: active.displayName, icon: active.subjectType === 'person' ? 'user' : 'city' } as const
  if (active.expired) return { ...head, note: `${label} · 登录已过期，重新登录`, way: 'login' }
  if (account.identities.length > 1) return { ...head, note: `${label} · 切换身份`, way: 'switch' }
  return { ...head, note: `${label} · 管理身份`, way: 'account' }
}
