import { ACTION_FACTS, type ActionName } from '../../../miniprogram/shared/contract/actions'
import { ERROR_CODES } from '../../../miniprogram/shared/contract/errors'
import { type Reply } from '../../../miniprogram/shared/contract/reply'
import { type System } from '../../support/system'

/** What a citizen who bound nothing may ask. */
export const PUBLIC_ACTIONS: readonly ActionName[] = [
  'account.get',
  'account.bind',
  'account.unbind',
  'data.open',
  'consent.list',
  'consent.give',
  'consent.withdraw',
  // What is bound is unbound: nothing, here.
  'data.leave',
  'home.open',
  'matter.list',
  'matter.open',
  'matter.checklist',
  'matter.notice',
  'matter.blankForm',
  'matter.search',
  'matter.recommend',
  // Of the WeChat user, whoever that is at One-Network.
  'inbox.consent',
]

/** A text that must never come back, whatever it was sent as. */
export const ECHO = 'echo-7f3a91'

/** `oversize`: the platform refused the call before it reached a function. */
export type Answer = Reply<unknown> | 'oversize'

/** Without what differs between any two calls: ids of the call, and times. */
export const plainOf = (answer: Answer): unknown =>
  answer === 'oversize' ? answer : answer.ok ? 'ok' : { code: answer.error.code, fields: answer.error.fields }

/** What no answer may hold: another's data, a person's number in an error, a stack, what was sent. */
export function leaksIn(answer: Answer, secrets: readonly string[]): readonly string[] {
  const problems: string[] = []
  const text = JSON.stringify(answer)
  if (answer !== 'oversize' && !answer.ok) {
    if (!ERROR_CODES.includes(answer.error.code)) problems.push('unknown code')
    const known = ['code', 'message', 'fields', 'retryable', 'retryAfterMs', 'until', 'upstream']
    for (const key of Object.keys(answer.error)) if (!known.includes(key)) problems.push(`has ${key}`)
    const { upstream, ...ours } = answer.error
    const words = JSON.stringify([ours, upstream?.code, upstream?.message])
    if (/\d{17}[\dXx]|\b1\d{10}\b/.test(words)) problems.push('holds a number of a person')
    for (const secret of secrets) if (text.includes(secret)) problems.push('holds what is another’s')
  }
  if (/\bat .+:\d+|node_modules|[A-Za-z]+Error\b/.test(text)) problems.push('holds a stack')
  if (text.includes(ECHO)) problems.push('echoes the input')
  return problems
}

/** Calls the deployed function of an action as this WeChat user ('' = nobody), with any input. */
export async function askAs(system: System, openid: string, action: ActionName, input: unknown): Promise<Answer> {
  const answer = await system.cloud.invoke(ACTION_FACTS[action].on, { action, input }, { openid })
  if (answer.ok) return answer.result as Reply<unknown>
  if (/exceed max size/.test(answer.errMsg)) return 'oversize'
  throw new Error(`${action}: the platform answered ${answer.errMsg}`)
}
