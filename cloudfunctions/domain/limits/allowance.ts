import { keyedHash } from '../../kernel/keyed-hash'
import { beginWindow, countOneMore, findAllowance } from '../../stores/allowances'
import { type Budget, type BudgetName, BUDGETS } from './budgets'

const MOST_ROUNDS = 20

/**
 * Takes one of a citizen's budget, for all instances together; undefined when there was one left, else when the next window
 * begins (ms since the epoch). One round trip as a rule, two more at the beginning of a window and at its end.
 */
export async function takeAllowance(name: BudgetName, openid: string, now: number): Promise<number | undefined> {
  const { most, windowMs }: Budget = BUDGETS[name]
  const _id = keyedHash('allowance', name, openid)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (await countOneMore(_id, most, now)) return undefined
    const found = await findAllowance(_id)
    if (found && found.endsAt > now && found.count >= most) return found.endsAt
    if (found && found.endsAt > now) continue
    if (await beginWindow(_id, found, now + windowMs)) return undefined
  }
  throw new Error('an allowance is changed without end')
}
