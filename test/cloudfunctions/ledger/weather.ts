import type { SubjectType } from '../../../miniprogram/shared/domain/account'
import type { SentRow } from '../../../cloudfunctions/ledger/settle'
import { UpstreamFailure } from '../../../cloudfunctions/one-network/failure'

/** What may happen to the model's sendings, and while one of its workers works. */

/** What the model sends once. */
export interface ModelRow extends SentRow {
  readonly _id: string
  readonly openid: string
  readonly userId: string
  readonly subjectType: SubjectType
  readonly state: 'open' | 'confirming' | 'submitted'
  readonly requestNo: string
  readonly content: string
  readonly receipt: string
}

/** What happens to one sending, and whether the provider takes it. */
const SENDINGS = {
  taken: 'taken and answered',
  unanswered: 'taken, no answer',
  defectAfter: 'taken, then something of ours fails',
  lost: 'not taken, no answer',
  late: 'no answer; taken when nobody expects it any more',
  refused: 'refused',
  state: 'refused because of the state, which it may be in because it was taken before',
  unavailable: 'certainly not taken: the provider is overloaded',
  expired: 'certainly not taken: no login works any more',
} as const
export type Sending = keyof typeof SENDINGS
export const ALL_SENDINGS = Object.keys(SENDINGS) as Sending[]

/** How the provider and the database are while one worker works. */
export interface Weather {
  readonly send: Sending
  /** Does the provider answer questions? */
  readonly answers: boolean
  /** Can the case be read back? */
  readonly readable: boolean
  /** The worker dies before this operation on the database (1 = the first); 0 = it lives. */
  readonly dies: number
  /** The claim's time is over before a question can be asked. */
  readonly hurried: boolean
}

/** What says for certain that nothing was taken, and nothing of it is on its way. */
export const CERTAIN: readonly Sending[] = ['refused', 'state']

export const fails = (code: 'UPSTREAM_UNAVAILABLE' | 'UPSTREAM_REJECTED' | 'STATE_CHANGED', notPerformed: boolean) =>
  new UpstreamFailure(code, 'model', { notPerformed, transient: false })
