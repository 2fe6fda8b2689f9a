import type { AccountView, SubjectType } from '../../domain/account'
import type { Agreed } from '../../domain/consent'
import type { Reminders } from '../../domain/message'
import type { Loadable } from '../reply'
import type { FactsOf } from './facts'
import type { Nothing } from './nothing'

/** What 我的 says beside the account. */
export interface AccountNews {
  /** Messages of the active identity, 100 at most. */
  readonly unread: number
  readonly reminders: Reminders
}

/** The account; `news` is absent when nothing is bound, and in answers of before 2026-12-01. */
export type MyAccount = AccountView & { readonly news?: Loadable<AccountNews> }

/** Account: contract #17; the binding itself is ours */
export interface AccountActions {
  'account.get': { input: Nothing; output: MyAccount }
  /** `agreed`: texts that she agrees to with it; without today's 隐私政策 and 用户协议 it is FORBIDDEN. Absent before 2026-12-02. */
  'account.bind': {
    input: { subjectType: SubjectType; account: string; password: string; agreed?: readonly Agreed[] }
    output: AccountView
  }
  'account.switch': { input: { subjectType: SubjectType }; output: MyAccount }
  /** `draftIds`: drafts of the identity that is unbound, of which the phone forgets what it keeps; absent before 2026-12-02. */
  'account.unbind': {
    input: { subjectType: SubjectType }
    output: MyAccount & { readonly draftIds?: readonly string[] }
  }
}

export const ACCOUNT_FACTS = {
  'account.get': { on: 'api', repeat: 'read', audit: 'look' },
  'account.bind': { on: 'api', repeat: 'same', audit: 'change', objects: ['account'] },
  'account.switch': { on: 'api', repeat: 'same', audit: 'change', objects: ['subjectType'] },
  'account.unbind': { on: 'api', repeat: 'same', audit: 'change', objects: ['subjectType'] },
} as const satisfies FactsOf<AccountActions>
