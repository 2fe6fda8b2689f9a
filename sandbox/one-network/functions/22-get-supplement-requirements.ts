import { isAwaited } from '../case-life-cycle/facts'
import { toRequiredRound } from '../case-life-cycle/supplement-wire'
import { itemOf } from '../platform'
import { defineFunction } from './define'
import { findCase } from './lookup'

/** #22 查看需要补正的材料: rounds that wait for the applicant, 补正 and 承诺补证 alike. */
export const getSupplementRequirements = defineFunction<{ readonly caseNo: string }>(22, (call, { caseNo }) => {
  const record = findCase(call, caseNo)
  const item = itemOf(call.platform, record.itemId)
  const files = call.platform.store.attachments.ownedBy(record.declareNo)
  return {
    caseNo,
    itemId: item.itemId,
    caseStatus: record.status,
    rounds: record.supplements
      .filter((round) => isAwaited(record, round))
      .map((round) => toRequiredRound(call.platform.catalogue, record, item, round, files)),
  }
})
