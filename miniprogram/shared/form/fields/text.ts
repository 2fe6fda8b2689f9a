import { DEFAULT_MAX_LENGTH, defineText } from '../kind/text'
import { isPatternName, PATTERNS } from '../patterns'
import type { Field } from '../schema'
import { tidy, toCode } from '../text'

/** One line of text. */
export const kind = defineText({
  title: '文本',
  mismatch: '请填写文字',
  maxLength: DEFAULT_MAX_LENGTH.text,
  store: (typed, field) => (isCode(field) ? toCode(typed) : tidy(typed)),
})

function isCode({ constraints: { pattern = '' } = {} }: Field): boolean {
  return isPatternName(pattern) && PATTERNS[pattern].code === true
}
