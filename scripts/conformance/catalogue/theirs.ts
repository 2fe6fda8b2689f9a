import type { Material, MatterBrief, MatterGuide, Situation } from '../../../miniprogram/shared/domain/matter'
import { toMatterGuide, toMatters, toSituations } from '../../../cloudfunctions/one-network/mappers/items'
import { toMaterials } from '../../../cloudfunctions/one-network/mappers/materials'
import type { Wire } from '../../../cloudfunctions/one-network/wire'
import type { Caller } from '../call'
import { listAt } from '../read'

/** A matter as an address has it set up. */
export interface TheirMatter {
  readonly guide: MatterGuide
  readonly preparation: readonly Material[]
  readonly situations: readonly Situation[]
}

const PAGE = 50
/** This only stops an address that never ends its pages. */
const MOST_PAGES = 40

/** Every matter of the catalogue (#33, all pages). */
export async function theirMatters(caller: Caller): Promise<readonly MatterBrief[]> {
  const found: MatterBrief[] = []
  for (let pageNo = 1; pageNo <= MOST_PAGES; pageNo += 1) {
    const rows = listAt(await caller.json(33, { pageNo, pageSize: PAGE }), 'rows') as Wire<'ItemBrief'>[]
    found.push(...toMatters(rows, () => true))
    if (rows.length < PAGE) break
  }
  return found
}

/** Guide (#3), materials over all situations (#1) and questions (#12), read as the cloud functions read them. */
export async function theirMatter(caller: Caller, itemId: string): Promise<TheirMatter> {
  const guide = (await caller.json(3, { itemId })) as Wire<'ItemDetail'>
  const preparation = listAt(await caller.json(1, { itemId }), 'rows') as NonNullable<Wire<'Material'>>[]
  const situations = listAt(await caller.json(12, { itemId }), 'rows') as NonNullable<Wire<'Situation'>>[]
  return {
    guide: toMatterGuide(guide, () => true),
    preparation: toMaterials(preparation),
    situations: toSituations(situations),
  }
}

/** Ids of the materials for these answers (#13). */
export async function theirMaterials(
  caller: Caller,
  itemId: string,
  optionIds: readonly string[],
): Promise<readonly string[]> {
  const rows = listAt(await caller.json(13, { itemId, optionIds }), 'rows') as NonNullable<Wire<'Material'>>[]
  return toMaterials(rows).map(({ materialId }) => materialId)
}
