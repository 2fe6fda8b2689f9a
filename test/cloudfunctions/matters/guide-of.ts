import { toMatterGuide, toSituations } from '../../../cloudfunctions/one-network/mappers/items'
import { toMaterials } from '../../../cloudfunctions/one-network/mappers/materials'
import type { Material, MatterGuide, Situation } from '../../../miniprogram/shared/domain/matter'
import type { Catalogue, Item } from '../../../sandbox/one-network/catalogue/item'
import { toItemDetail } from '../../../sandbox/one-network/catalogue/item-wire'
import { loadCatalogue } from '../../../sandbox/one-network/catalogue/load-catalogue'
import { toMaterialWire, toSituationWire } from '../../../sandbox/one-network/catalogue/material-wire'

export interface ProviderGuide {
  readonly guide: MatterGuide
  readonly materials: readonly Material[]
  readonly situations: readonly Situation[]
}

/** What comes over the wire has no types: the stand-in's answers are checked against the contract elsewhere. */
const asSent = <T>(answer: object): T => JSON.parse(JSON.stringify(answer)) as T

/** The provider's guide of a matter as our mappers read it. */
function guideOf(catalogue: Catalogue, item: Item): ProviderGuide {
  return {
    guide: toMatterGuide(asSent(toItemDetail(item, '2026-11-01 08:00:00')), () => true),
    materials: toMaterials(item.materials.map((material) => asSent(toMaterialWire(catalogue, material)))),
    situations: toSituations(item.situations.map((situation, i) => asSent(toSituationWire(situation, i)))),
  }
}

export function allGuides(): readonly ProviderGuide[] {
  const catalogue = loadCatalogue()
  return catalogue.items.map((item) => guideOf(catalogue, item))
}
