import { beijingDateTime } from '../clock'
import { ProviderError } from '../protocol/errors'
import type { Platform } from '../platform'
import type { FictionalAccount } from './account'

/** Contract #17: five wrong passwords in a row lock the account for 30 minutes. */
const MAX_FAILURES = 5
const LOCK_MS = 30 * 60_000

/** 2002 when the account is locked now. */
export function refuseIfLocked({ store, now }: Platform, account: FictionalAccount): void {
  const until = account.locked === true ? now() + LOCK_MS : (store.loginFailures.get(account.userId)?.lockedUntil ?? 0)
  if (until > now()) throw new ProviderError('2002', { unlockAt: beijingDateTime(until) })
}

/** Counts one wrong password and says so: 2001 with what is left, or 2002 with the fifth. */
export function failLogin({ store, now }: Platform, account: FictionalAccount): ProviderError {
  const known = store.loginFailures.get(account.userId)
  // An expired lock starts a new count.
  const before = known === undefined || known.lockedUntil > 0 ? 0 : known.failures
  const failures = before + 1
  const lockedUntil = failures >= MAX_FAILURES ? now() + LOCK_MS : 0
  store.loginFailures.put({ userId: account.userId, failures, lockedUntil })
  if (lockedUntil > 0) return new ProviderError('2002', { unlockAt: beijingDateTime(lockedUntil) })
  return new ProviderError('2001', { remainTimes: MAX_FAILURES - failures })
}

export function forgetFailures({ store }: Platform, account: FictionalAccount): void {
  store.loginFailures.remove(account.userId)
}
