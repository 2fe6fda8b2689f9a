import { dropOwnPages } from '../platform/kept-pages'
import { endIdle } from '../platform/idle-lock'
import { forgetWords } from '../platform/kept-words'
import { forgetDrafts } from '../platform/own-drafts'
import type { MyAccount } from '../shared/contract/actions/account'
import type { AccountView, SubjectType } from '../shared/domain/account'
import type { Agreed } from '../shared/domain/consent'
import { call } from './call'
import { forgetOwner } from './forget-owner'

/** My bound identities and the active one. */
export const getAccount = (): Promise<MyAccount> => call('account.get', {})

/** Binds a One-Network account; also logs in again when the binding has expired. The password is not kept anywhere. */
export async function bindAccount(input: {
  subjectType: SubjectType
  account: string
  password: string
  agreed: readonly Agreed[]
}): Promise<AccountView> {
  const account = await call('account.bind', input)
  endIdle()
  // It may be another account than before: what the phone kept of that one is not this one's.
  await dropOwnPages()
  return account
}

/** Makes another bound identity the active one. */
export const switchIdentity = (subjectType: SubjectType): Promise<MyAccount> => call('account.switch', { subjectType })

/**
 * Removes a binding, with what this phone keeps of it: unsent words, pages, and of its drafts what was not saved. Drafts and cases
 * stay where they are. With the last identity the phone forgets everything that was anybody's.
 */
export async function unbindIdentity(subjectType: SubjectType): Promise<MyAccount> {
  const { draftIds, ...account } = await call('account.unbind', { subjectType })
  if (account.identities.length === 0) await forgetOwner()
  else await Promise.all([forgetWords(subjectType), dropOwnPages(), forgetDrafts(draftIds ?? [])])
  return account
}
