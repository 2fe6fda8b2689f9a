import { log } from './log'

/** What somebody has to look at. A code never changes its meaning: alarms of the cloud's log service are set up by it. */
export type AlarmCode =
  /** A subscription message should have been sent half an hour ago. */
  | 'OUTBOX_STUCK'
  /** A pushed event should have been handled half an hour ago. */
  | 'EVENTS_STUCK'
  /** Something was sent half an hour ago, and nobody knows yet whether the provider has it. */
  | 'OUTCOME_OPEN'
  /** The provider does not answer: for a while this instance does not ask it. */
  | 'PROVIDER_DOWN'
  /** The provider finds our time more than 300 s away from its own (contract chapter 5, 1002). */
  | 'CLOCK_SKEW'
  /** The provider says that one of its limits is reached (429, contract chapter 11): some calls wait, more would fail. `no`: its function. */
  | 'QUOTA_NEAR'
  /** The published holidays end within 90 days. */
  | 'CALENDAR_ENDING'
  /** A row of the audit log was not written within its time; the line holds it. */
  | 'AUDIT_LOST'
  /** Links were taken off the end of the audit log's chain, or its head was changed. */
  | 'AUDIT_BROKEN'
  /** The key that seals what is stored is older than a year. */
  | 'KEY_OLD'

/** One line of the log, `{"event":"alarm","code":…}`. @param facts counts, ages in minutes, days; of a citizen keyed pseudonyms at most */
export function alarm(code: AlarmCode, requestId: string, facts: Readonly<Record<string, string | number>> = {}): void {
  log({ requestId, event: 'alarm', code, ...facts })
}
