import type { AccountView, SubjectType } from '../../domain/account'
import type { Nothing } from './nothing'

/** Account: contract #17; the binding itself is ours */
export interface AccountActions {
  'account.get': { input: Nothing; output: AccountView }
  'account.bind': { input: { subjectType: SubjectType; account: string; password: string }; output: AccountView }
  'account.switch': { input: { subjectType: SubjectType }; output: AccountView }
  'account.unbind': { input: { subjectType: SubjectType }; output: AccountView }
}
