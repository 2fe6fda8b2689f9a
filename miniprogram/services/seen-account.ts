import type { AccountView } from '../shared/domain/account'

let seen: AccountView | null = null

/** The account as the latest answer showed it, so that a page can show who acts while it loads or when it failed. */
export const lastSeenAccount = (): AccountView | null => seen

/** Keeps the account of an answer that carries one; other answers change nothing. */
export function noteAccount(data: object): void {
  if ('identities' in data) seen = data as AccountView
  else if ('account' in data) seen = data.account as AccountView
}
