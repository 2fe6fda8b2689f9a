import { dropOwnPages } from '../platform/kept-pages'
import { forgetWords } from '../platform/kept-words'
import type { MyAccount } from '../shared/contract/actions/account'
import type { AccountView, SubjectType } from '../shared/domain/account'
import { call } from './call'

/** My bound identities and the active one. */
export const getAccount = (): Promise<MyAccount> => call('account.get', {})

/** Binds a One-Network account; also logs in again when the binding has expired. The password is not kept anywhere. */
export async function bindAccount(input: {
  subjectType: SubjectType
  account: string
  password: string
}): Promise<AccountView> {
  const account = await call('account.bind', input)
  // It may be another account than before: what the phone kept of that one is not this one's.
  await dropOwnPages()
  return account
}

/** Makes another bound identity the active one. */
export const switchIdentity = (subjectType: SubjectType): Promise<MyAccount> => call('account.switch', { subjectType })

/** Removes a binding, with what this phone keeps of its unsent words and of its pages; drafts and cases stay where they are. */
export async function unbindIdentity(subjectType: SubjectType): Promise<MyAccount> {
  const account = await call('account.unbind', { subjectType })
  await Promise.all([forgetWords(subjectType), dropOwnPages()])
  return account
}
