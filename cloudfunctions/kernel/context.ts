import { type Pace } from './pace'
import { type Trail } from './trail'

/** What one invocation may spend on asking others: until when, how fast, and under which id that is logged. */
export interface CallBudget {
  readonly requestId: string
  /** ms since the epoch: nothing may be waited for beyond it. */
  readonly deadline: number
  /** Set where one invocation asks the provider many questions for one citizen. */
  readonly pace?: Pace
  /** Where what the audit log needs to know is noted on the way. */
  readonly trail?: Trail
}

/** One call of one citizen. Nothing in it comes from the event, except `requestId`, which is only for logs. */
export interface Context extends CallBudget {
  /** From getWXContext(): the only statement about who calls that is believed. */
  readonly openid: string
  readonly trail: Trail
  /** ms since the epoch. */
  now(): number
}
