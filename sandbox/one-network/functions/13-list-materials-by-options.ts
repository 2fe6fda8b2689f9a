import { chooseOptions, materialsFor } from '../catalogue/choose'
import { toMaterialWire } from '../catalogue/material-wire'
import { wholeList } from '../catalogue/page'
import { refuseIfAny } from '../protocol/errors'
import { defineFunction } from './define'
import { findItem } from './lookup'

interface Request {
  readonly itemId: string
  readonly optionIds: readonly string[]
}

/** #13 根据选择的情形展示所需上传材料: a preview; an incomplete combination is 3001. */
export const listMaterialsByOptions = defineFunction<Request>(13, (call, { itemId, optionIds }) => {
  const item = findItem(call, itemId)
  const { choice, errors } = chooseOptions(item, optionIds)
  refuseIfAny(errors)
  return {
    itemId,
    itemName: item.name,
    ...wholeList(materialsFor(item, choice).map((material) => toMaterialWire(call.platform.catalogue, material))),
  }
})
