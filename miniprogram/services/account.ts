import { forgetWords } from '../platform/kept-words'
import type { AccountView, SubjectType } from '../shared/domain/account'
import { call } from './call'

/** My bound identities and the active one. */
export const getAccount = (): Promise<AccountView> => call('account.get', {})

/** Binds a One-Network account; also logs in again when the binding has expired. The password is not kept anywhere. */
export const bindAccount = (input: {
  subjectType: SubjectType
  account: string
  password: string
}): Promise<AccountView> => call('account.bind', input)

/** Makes another bound identity the active one. */
export const switchIdentity = (subjectType: SubjectType): Promise<AccountView> =>
  call('account.switch', { subjectType })

/** Removes a binding, with what this phone keeps of its unsent words; drafts and cases stay where they are. */
export async function unbindIdentity(subjectType: SubjectType): Promise<AccountView> {
  const account = await call('account.unbind', { subjectType })
  await forgetWords(subjectType)
  return account
}
