import { defineKind, MISMATCH } from '../field-kind'
import { isPatternName, PATTERNS } from '../patterns'
import type { Field } from '../schema'
import { tidy, toCode } from '../text'
import { checkText, DEFAULT_MAX_LENGTH } from './text-checks'

/** One line of text. */
export const text = defineKind<string>({
  ask: '请填写',
  mismatch: '请填写文字',
  read: (raw, field) => (typeof raw === 'string' ? (isCode(field) ? toCode(raw) : tidy(raw)) || null : MISMATCH),
  check: (value, field, env) => checkText(value, field, env, { maxLength: DEFAULT_MAX_LENGTH.text }),
  show: (value) => value,
})

function isCode({ constraints: { pattern = '' } = {} }: Field): boolean {
  return isPatternName(pattern) && PATTERNS[pattern].code === true
}
