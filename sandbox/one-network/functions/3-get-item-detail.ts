import { toItemDetail } from '../catalogue/item-wire'
import { defineFunction } from './define'
import { findItem } from './lookup'

/** Day on which the matters were set up. */
const SPECIFIED_AT = '2026-11-22 00:00:00'

/** #3 查询事项相关信息. */
export const getItemDetail = defineFunction<{ readonly itemId: string }>(3, (call, { itemId }) =>
  toItemDetail(findItem(call, itemId), SPECIFIED_AT),
)
