import type { AccountView, SubjectType } from '../../domain/account'
import type { FactsOf } from './facts'
import type { Nothing } from './nothing'

/** Account: contract #17; the binding itself is ours */
export interface AccountActions {
  'account.get': { input: Nothing; output: AccountView }
  'account.bind': { input: { subjectType: SubjectType; account: string; password: string }; output: AccountView }
  'account.switch': { input: { subjectType: SubjectType }; output: AccountView }
  'account.unbind': { input: { subjectType: SubjectType }; output: AccountView }
}

export const ACCOUNT_FACTS = {
  'account.get': { on: 'api', repeat: 'read' },
  'account.bind': { on: 'api', repeat: 'same' },
  'account.switch': { on: 'api', repeat: 'same' },
  'account.unbind': { on: 'api', repeat: 'same' },
} as const satisfies FactsOf<AccountActions>
