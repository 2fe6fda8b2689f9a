import type { Repeat } from '../../../miniprogram/shared/contract/actions/facts'
import type { ErrorCode } from '../../../miniprogram/shared/contract/errors'
import { outcomeOf } from '../../../miniprogram/services/call'
import type { Outcome } from '../../../miniprogram/services/service-error'

const REPEATS: readonly Repeat[] = ['read', 'same', 'once']
type Row = readonly [read: Outcome, same: Outcome, once: Outcome]
const UNCLEAR: Row = ['not-sent', 'unknown', 'unknown']
const REFUSED: Row = ['refused', 'refused', 'refused']

/** The compiler lists a code that is missing here: each new one is decided. */
const BY_CODE: Readonly<Record<ErrorCode, Row>> = {
  NETWORK: UNCLEAR,
  INTERNAL: UNCLEAR,
  OUTCOME_UNKNOWN: UNCLEAR,
  UPSTREAM_UNAVAILABLE: UNCLEAR,
  NOT_BOUND: REFUSED,
  BINDING_EXPIRED: REFUSED,
  LOGIN_FAILED: REFUSED,
  ACCOUNT_LOCKED: REFUSED,
  FORBIDDEN: REFUSED,
  INVALID_INPUT: REFUSED,
  NOT_FOUND: REFUSED,
  CONFLICT: REFUSED,
  ALREADY_SUBMITTED: REFUSED,
  STATE_CHANGED: REFUSED,
  FILE_REFUSED: REFUSED,
  RATE_LIMITED: REFUSED,
  UPSTREAM_REJECTED: REFUSED,
}

/** Without a reply of ours: the platform's own error is no refusal by the server. */
type NoReply = Exclude<Parameters<typeof outcomeOf>[0], ErrorCode>
const BY_WAY: Readonly<Record<NoReply, Row>> = {
  'not-sent': ['not-sent', 'not-sent', 'not-sent'],
  network: UNCLEAR,
  timeout: UNCLEAR,
  aborted: UNCLEAR,
  refused: UNCLEAR,
  unreadable: UNCLEAR,
}

test.each(Object.entries({ ...BY_CODE, ...BY_WAY }))('%s', (cameBack, row) => {
  expect(REPEATS.map((repeat) => outcomeOf(cameBack as ErrorCode | NoReply, repeat))).toEqual(row)
})
