import { maskPhone } from '../masked'
import { TEXT_CELL } from '../kind/cell'
import { defineText, lineControl } from '../kind/text'

/** Mobile or fixed line; a field that must be a mobile names the pattern mobile. */
export const kind = defineText({
  title: '电话',
  mismatch: '请填写电话号码',
  maxLength: 30,
  pattern: 'phone',
  masked: maskPhone,
  // Not the number pad: landlines have a hyphen.
  control: lineControl({ placeholder: '手机号，或带区号的座机号' }),
  cell: { ...TEXT_CELL, hint: () => '手机号，或带区号的座机号' },
  example: () => '13000000101',
})
