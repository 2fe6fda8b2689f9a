import { type FunctionName } from '../../miniprogram/shared/contract/actions'

/** One call of one citizen. Nothing in it comes from the event, except `requestId`, which is only for logs. */
export interface Context {
  readonly requestId: string
  readonly functionName: FunctionName | 'scheduler'
  /** From getWXContext(): the only statement about who calls that is believed. */
  readonly openid: string
  /** ms since the epoch. */
  now(): number
  /** ms since the epoch: nothing may be waited for beyond it. */
  readonly deadline: number
}

/** Deadlines for waiting on others, in ms since the epoch. */
export interface Waiting {
  readonly requestId: string
  readonly deadline: number
}
