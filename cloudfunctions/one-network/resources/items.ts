import {
  type Material,
  type MatterBrief,
  type MatterGuide,
  type Situation,
} from '../../../miniprogram/shared/domain/matter'
import { type Waiting } from '../../kernel/context'
import { must, rowsOf } from '../answers'
import { oneNetwork } from '../client'
import { type Fileable, toMatterBrief, toMatterGuide, toSituations } from '../mappers/items'
import { toMaterials } from '../mappers/materials'
import { count, text } from '../read'

const PAGE_SIZE = 50
/** The catalogue has 22 matters; this only stops a provider that never ends its pages. */
const MOST_PAGES = 40

/** The whole catalogue in the provider's order (#33, all pages). */
export async function listMatters(waiting: Waiting, fileable: Fileable): Promise<readonly MatterBrief[]> {
  const matters: MatterBrief[] = []
  for (let pageNo = 1; pageNo <= MOST_PAGES; pageNo += 1) {
    const data = await oneNetwork().call('listItems', { pageNo, pageSize: PAGE_SIZE }, waiting)
    const rows = rowsOf(data)
    matters.push(...rows.map((row) => toMatterBrief(row, fileable)).filter((matter) => matter.matterId !== ''))
    if (rows.length === 0 || pageNo * PAGE_SIZE >= (count(data?.total) ?? 0)) break
  }
  return matters
}

/** The guide of a matter (#3). NOT_FOUND when the provider does not know it. */
export async function readGuide(matterId: string, waiting: Waiting, fileable: Fileable): Promise<MatterGuide> {
  const data = await oneNetwork().call('getItemDetail', { itemId: matterId }, waiting)
  must(text(data?.itemId), 'itemId')
  return toMatterGuide(data, fileable)
}

/** What to prepare, over all situations; for reading only (#1). */
export async function listPreparation(matterId: string, waiting: Waiting): Promise<readonly Material[]> {
  return toMaterials(rowsOf(await oneNetwork().call('prepareMaterials', { itemId: matterId }, waiting)))
}

/** The questions of the situation guide, in order (#12); empty when the matter has none. */
export async function listSituations(matterId: string, waiting: Waiting): Promise<readonly Situation[]> {
  return toSituations(rowsOf(await oneNetwork().call('listSituations', { itemId: matterId }, waiting)))
}

/** The materials for chosen options (#13), or of a matter without situations (#11). */
export async function listMaterials(
  matterId: string,
  optionIds: readonly string[],
  waiting: Waiting,
): Promise<readonly Material[]> {
  const client = oneNetwork()
  const data = optionIds.length
    ? await client.call('listMaterialsByOptions', { itemId: matterId, optionIds: [...optionIds] }, waiting)
    : await client.call('listMaterials', { itemId: matterId }, waiting)
  return toMaterials(rowsOf(data))
}
