import { defineText, lineControl } from '../kind/text'

/** Unified social credit code (统一社会信用代码). */
export const kind = defineText({
  title: '统一社会信用代码',
  mismatch: '请填写统一社会信用代码',
  maxLength: 18,
  pattern: 'uscc',
  control: lineControl({ placeholder: '18 位统一社会信用代码' }),
  example: () => '91120116MA0FXN011B',
})
