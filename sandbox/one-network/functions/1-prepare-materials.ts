import { toMaterialWire } from '../catalogue/material-wire'
import { wholeList } from '../catalogue/page'
import { defineFunction } from './define'
import { findItem } from './lookup'

/** #1 申请人所需提前准备材料列表信息: every material of the matter, each with the situation that needs it. */
export const prepareMaterials = defineFunction<{ readonly itemId: string }>(1, (call, { itemId }) => {
  const item = findItem(call, itemId)
  const rows = item.materials.map((material) => ({
    ...toMaterialWire(call.platform.catalogue, material),
    situationText: material.situationText,
  }))
  return { itemId, itemName: item.name, ...wholeList(rows) }
})
