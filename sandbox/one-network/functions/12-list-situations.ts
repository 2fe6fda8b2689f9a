import { toSituationWire } from '../catalogue/material-wire'
import { wholeList } from '../catalogue/page'
import { defineFunction } from './define'
import { findItem } from './lookup'

/** #12 查询情形种类. */
export const listSituations = defineFunction<{ readonly itemId: string }>(12, (call, { itemId }) => ({
  itemId,
  ...wholeList(findItem(call, itemId).situations.map(toSituationWire)),
}))
