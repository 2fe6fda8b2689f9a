import { defineKind, MISMATCH } from '../field-kind'
import { toCode } from '../text'
import { checkText } from './text-checks'

/** An ID number; a field may allow another document through patternWhen and elsePattern. */
export const idCard = defineKind<string>({
  ask: '请填写',
  mismatch: '请填写证件号码',
  read: (raw) => (typeof raw === 'string' ? toCode(raw) || null : MISMATCH),
  check: (value, field, env) => checkText(value, field, env, { maxLength: 20, pattern: 'id-card' }),
  show: (value) => value,
})
