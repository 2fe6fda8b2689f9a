import { isAwaited } from '../case-life-cycle/facts'
import type { Material } from '../catalogue/item'
import type { Call } from '../functions/define'
import { findCase } from '../functions/lookup'
import { itemOf } from '../platform'
import { invalid, ProviderError } from '../protocol/errors'
import type { CaseRecord, SupplementRecord } from '../state/records'

export interface OwnRound {
  readonly record: CaseRecord
  readonly round: SupplementRecord
}

/** The user's own case and a round of it; 3002, 2004. */
export function findRound(call: Call, caseNo: string, no: number): OwnRound {
  const record = findCase(call, caseNo)
  const round = record.supplements.find((it) => it.round === no)
  if (round === undefined) throw new ProviderError('3002')
  return { record, round }
}

/** 3003 when the round was submitted, or the case is over. */
export function refuseUnlessAwaited({ record, round }: OwnRound): void {
  if (!isAwaited(record, round)) throw new ProviderError('3003', { currentStatus: record.status })
}

/** Also 3003 when its deadline is over, or the case no longer waits for it. */
export function refuseUnlessOpen(call: Call, own: OwnRound): void {
  refuseUnlessAwaited(own)
  const { record, round } = own
  const late = round.deadline !== null && call.platform.now() > round.deadline
  const waits = round.supplementType === '2' || record.status === '28'
  if (late || !waits) throw new ProviderError('3003', { currentStatus: record.status })
}

/** What the round asks for. */
export function materialsOfRound(call: Call, { record, round }: OwnRound): readonly Material[] {
  const { materials } = itemOf(call.platform, record.itemId)
  return materials.filter(({ materialId }) => round.materials.some((it) => it.materialId === materialId))
}

/** One of them; 3002 for a material that no matter has, 3001 for one that the round does not ask for. */
export function findRoundMaterial(call: Call, own: OwnRound, materialId: string): Material {
  if (!call.platform.catalogue.materialById.has(materialId)) throw new ProviderError('3002')
  const material = materialsOfRound(call, own).find((it) => it.materialId === materialId)
  if (material === undefined) throw invalid('materialId', '本轮补正没有要求这项材料')
  return material
}
