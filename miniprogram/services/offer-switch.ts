import { confirm, toast, withLoading } from '../platform/feedback'
import { SUBJECT_LABEL, type AccountView, type Identity } from '../shared/domain/account'
import { switchIdentity } from './account'

/** The identity besides the active one; undefined = there is none. */
export const otherIdentity = (account: AccountView | null): Identity | undefined =>
  account?.identities.find(({ subjectType }) => subjectType !== account.active)

/** e.g. 企业“天津虚构有限公司” */
export const nameOf = (identity: Identity): string => `${SUBJECT_LABEL[identity.subjectType]}“${identity.displayName}”`

/**
 * Asks whether to act as another identity from now on, and does it.
 * @returns the account after it; null = the citizen did not want it
 * @throws ServiceError
 */
export async function offerSwitch(other: Identity): Promise<AccountView | null> {
  const agreed = await confirm({
    title: '切换身份',
    content: `切换为${nameOf(other)}办事？已填写的草稿会保留在原来的身份下。`,
    confirmText: '切换',
  })
  if (!agreed) return null
  const account = await withLoading('正在切换', () => switchIdentity(other.subjectType))
  toast(`已切换为${SUBJECT_LABEL[other.subjectType]}身份`)
  return account
}
