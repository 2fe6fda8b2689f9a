import { toProgress } from '../case-life-cycle/case-wire'
import { itemOf } from '../platform'
import { defineFunction } from './define'
import { findCase } from './lookup'

/** #27 查看在办件的进度; finished cases too. */
export const getCaseProgress = defineFunction<{ readonly caseNo: string }>(27, (call, { caseNo }) => {
  const record = findCase(call, caseNo)
  return toProgress(record, itemOf(call.platform, record.itemId))
})
