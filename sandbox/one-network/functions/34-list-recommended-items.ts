import { randomInt } from 'node:crypto'
import { toItemBrief } from '../catalogue/item-wire'
import { wholeList } from '../catalogue/page'
import { defineFunction } from './define'

interface Request {
  readonly count: number
  readonly subjectType?: 'person' | 'enterprise'
}

/** Some of the rows, each as likely as any other (Fisher–Yates). */
function draw<T>(rows: readonly T[], count: number): readonly T[] {
  const left = [...rows]
  return Array.from({ length: Math.min(count, left.length) }).flatMap(() => left.splice(randomInt(left.length), 1))
}

/** #34 获取随机推荐事项: other ones each time; all of them when there are not so many. */
export const listRecommendedItems = defineFunction<Request>(34, ({ platform }, { count, subjectType }) => {
  const fitting = platform.catalogue.items.filter(
    ({ subjectTypes }) => subjectType === undefined || subjectTypes.includes(subjectType),
  )
  return wholeList(draw(fitting, count).map(toItemBrief))
})
