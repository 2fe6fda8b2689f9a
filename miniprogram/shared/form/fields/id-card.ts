import { ageText } from '../id-card-facts'
import { TEXT_CELL } from '../kind/cell'
import { defineText, lineControl } from '../kind/text'
import { toCode } from '../text'

/** An ID number; a field may allow another document through patternWhen and elsePattern. */
export const kind = defineText({
  title: '身份证号码',
  mismatch: '请填写证件号码',
  maxLength: 20,
  pattern: 'id-card',
  store: toCode,
  // Not the idcard keyboard: the same field holds passport numbers when the form allows them.
  control: lineControl({ placeholder: '请填写证件号码', maxLength: 30 }),
  cell: { ...TEXT_CELL, hint: () => '18 位证件号码，单元格格式须为“文本”' },
  note: ageText,
  example: () => '120116199607210042',
})
