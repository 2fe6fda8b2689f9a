import { toMatterGuide, toSituations } from '../../../cloudfunctions/one-network/mappers/items'
import { toMaterials } from '../../../cloudfunctions/one-network/mappers/materials'
import type { Material, MatterGuide, Situation } from '../../../miniprogram/shared/domain/matter'
import type { Item } from '../../../sandbox/one-network/catalogue/item'
import { toItemDetail } from '../../../sandbox/one-network/catalogue/item-wire'
import { loadCatalogue } from '../../../sandbox/one-network/catalogue/load-catalogue'
import { toMaterialWire, toSituationWire } from '../../../sandbox/one-network/catalogue/material-wire'

export interface ProviderGuide {
  readonly guide: MatterGuide
  readonly materials: readonly Material[]
  readonly situations: readonly Situation[]
}

/** The provider's guide of a matter as our mappers read it. */
export function guideOf(item: Item): ProviderGuide {
  return {
    guide: toMatterGuide(toItemDetail(item, '2026-11-01 08:00:00'), () => true),
    materials: toMaterials(item.materials.map((material) => toMaterialWire(material))),
    situations: toSituations(item.situations.map((situation, i) => toSituationWire(situation, i))),
  }
}

export const allGuides = (): readonly ProviderGuide[] => loadCatalogue().items.map(guideOf)
