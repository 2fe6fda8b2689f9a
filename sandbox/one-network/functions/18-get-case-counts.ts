import { isInCategory } from '../case-life-cycle/facts'
import type { CaseCategory } from '../case-life-cycle/statuses'
import { defineFunction, userOf } from './define'

/** #18 获取办件数量; the same rule as #19. */
export const getCaseCounts = defineFunction<Readonly<Record<string, never>>>(18, (call) => {
  const cases = call.platform.store.cases.ownedBy(userOf(call).userId)
  const count = (category: CaseCategory) => cases.filter((record) => isInCategory(record, category)).length
  return {
    supplementCount: count('1'),
    processingCount: count('2'),
    finishedCount: count('3'),
    promiseCount: count('4'),
  }
})
