import { toMaterialWire } from '../catalogue/material-wire'
import { wholeList } from '../catalogue/page'
import { defineFunction } from './define'
import { findItem } from './lookup'

/** #11 非情形下查询材料列表信息: the materials that every situation needs. */
export const listMaterials = defineFunction<{ readonly itemId: string }>(11, (call, { itemId }) => {
  const item = findItem(call, itemId)
  const rows = item.materials
    .filter(({ when }) => when === null)
    .map((material) => toMaterialWire(call.platform.catalogue, material))
  return { itemId, itemName: item.name, ...wholeList(rows) }
})
