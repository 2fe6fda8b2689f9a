import { toSupplementedRound } from '../case-life-cycle/supplement-wire'
import { itemOf } from '../platform'
import { ProviderError } from '../protocol/errors'
import { defineFunction } from './define'
import { findCase } from './lookup'

interface Request {
  readonly caseNo: string
  readonly round?: number
}

/** #26 查看上传的补正材料: every round in order, or one, submitted or not. */
export const listSupplementMaterials = defineFunction<Request>(26, (call, { caseNo, round }) => {
  const record = findCase(call, caseNo)
  const item = itemOf(call.platform, record.itemId)
  const files = call.platform.store.attachments.ownedBy(record.declareNo)
  const rounds = record.supplements.filter((it) => round === undefined || it.round === round)
  if (round !== undefined && rounds.length === 0) throw new ProviderError('3002')
  return { caseNo, rounds: rounds.map((it) => toSupplementedRound(record, item, it, files)) }
})
