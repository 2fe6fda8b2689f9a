import { type SubjectType } from '../../../miniprogram/shared/domain/account'
import {
  type Material,
  type MatterBrief,
  type MatterGuide,
  type MatterPage,
  type Situation,
} from '../../../miniprogram/shared/domain/matter'
import { type CallBudget } from '../../kernel/context'
import { must, rowsOf } from '../answers'
import { oneNetwork } from '../client'
import { type Fileable, toMatterGuide, toMatters, toSituations } from '../mappers/items'
import { toMaterials } from '../mappers/materials'
import { count, text } from '../read'

const PAGE_SIZE = 50
/** The catalogue has some twenty matters; this only stops a provider that never ends its pages. */
const MOST_PAGES = 40

/** The whole catalogue in the provider's order (#33, all pages). */
export async function listMatters(budget: CallBudget, fileable: Fileable): Promise<readonly MatterBrief[]> {
  const matters: MatterBrief[] = []
  for (let pageNo = 1; pageNo <= MOST_PAGES; pageNo += 1) {
    const data = await oneNetwork().call('listItems', { pageNo, pageSize: PAGE_SIZE }, budget)
    const rows = rowsOf(data)
    matters.push(...toMatters(rows, fileable))
    if (rows.length === 0 || pageNo * PAGE_SIZE >= (count(data?.total) ?? 0)) break
  }
  return matters
}

/** The guide of a matter (#3). NOT_FOUND when the provider does not know it. */
export async function readGuide(matterId: string, budget: CallBudget, fileable: Fileable): Promise<MatterGuide> {
  const data = await oneNetwork().call('getItemDetail', { itemId: matterId }, budget)
  must(text(data?.itemId), 'itemId')
  return toMatterGuide(data, fileable)
}

/** What to prepare, over all situations; for reading only (#1). */
export async function listPreparation(matterId: string, budget: CallBudget): Promise<readonly Material[]> {
  return toMaterials(rowsOf(await oneNetwork().call('prepareMaterials', { itemId: matterId }, budget)))
}

/** The questions of the situation guide, in order (#12); empty when the matter has none. */
export async function listSituations(matterId: string, budget: CallBudget): Promise<readonly Situation[]> {
  return toSituations(rowsOf(await oneNetwork().call('listSituations', { itemId: matterId }, budget)))
}

/** The materials for chosen options (#13), or of a matter without situations (#11). */
export async function listMaterials(
  matterId: string,
  optionIds: readonly string[],
  budget: CallBudget,
): Promise<readonly Material[]> {
  const client = oneNetwork()
  const data = optionIds.length
    ? await client.call('listMaterialsByOptions', { itemId: matterId, optionIds: [...optionIds] }, budget)
    : await client.call('listMaterials', { itemId: matterId }, budget)
  return toMaterials(rowsOf(data))
}

/**
 * Some matters, drawn anew each time (#34); fewer when there are not so many. To be remembered for 10 minutes at most.
 * @param count 1 to 20
 */
export async function listRecommended(
  count: number,
  subjectType: SubjectType | undefined,
  budget: CallBudget,
  fileable: Fileable,
): Promise<readonly MatterBrief[]> {
  const body = { count, ...(subjectType ? { subjectType } : {}) }
  return toMatters(rowsOf(await oneNetwork().call('listRecommendedItems', body, budget)), fileable)
}

export interface MatterSearch {
  /** 1 to 50 characters, not blank. */
  readonly keyword: string
  readonly subjectType?: SubjectType
  /** From 1. */
  readonly pageNo: number
  readonly pageSize: number
}

/** One page of the matters whose name fits, the provider's best first (#35). */
export async function searchMatters(search: MatterSearch, budget: CallBudget, fileable: Fileable): Promise<MatterPage> {
  const data = await oneNetwork().call('searchItems', { ...search, keyword: search.keyword.trim() }, budget)
  const rows = toMatters(rowsOf(data), fileable)
  const { pageNo, pageSize } = search
  return {
    total: count(data?.total) ?? rows.length,
    pageNo: count(data?.pageNo) ?? pageNo,
    pageSize: count(data?.pageSize) ?? pageSize,
    rows,
  }
}
