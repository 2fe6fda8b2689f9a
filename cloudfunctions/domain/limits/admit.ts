import { ACTION_FACTS, type ActionName } from '../../../miniprogram/shared/contract/actions'
import { momentText, toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type Context } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { takeAllowance } from './allowance'
import { type Budget, type BudgetName, BUDGETS } from './budgets'
import { FreeCounts } from './free-counts'

/** What costs storage or the provider more than its kind does. */
const OF_ITS_OWN: Readonly<Partial<Record<ActionName, BudgetName>>> = {
  'declaration.start': 'draft',
  'attachment.begin': 'upload',
  'attachment.reuse': 'upload',
  'table.begin': 'import',
  'archive.fetch': 'zip',
}

/** Which budget an action is taken from. A new action needs no entry: what it is follows from its facts. */
export function budgetOf(action: ActionName): BudgetName {
  const { on, repeat } = ACTION_FACTS[action]
  const usual = repeat === 'read' ? (on === 'transfer' ? 'preview' : 'read') : 'change'
  return OF_ITS_OWN[action] ?? usual
}

const MINUTE = 60_000
const free = new FreeCounts()

/** RATE_LIMITED with a time when the citizen has used up her budget for this kind of action. (ADR 23) */
export async function admit(action: ActionName, { openid, now }: Pick<Context, 'openid' | 'now'>): Promise<void> {
  const name = budgetOf(action)
  const { freePerInstance, windowMs, told }: Budget = BUDGETS[name]
  if (free.take(`${name} ${openid}`, freePerInstance, windowMs, now())) return
  const until = await takeAllowance(name, openid, now())
  if (until === undefined) return
  const wholeMinute = Math.ceil(until / MINUTE) * MINUTE
  throw new AppError('RATE_LIMITED', `budget ${name} is used up`, {
    userMessage: `${told}，请在 ${momentText(wholeMinute, now())} 之后再试`,
    until: toBeijingTime(wholeMinute),
    retryAfterMs: wholeMinute - now(),
  })
}
