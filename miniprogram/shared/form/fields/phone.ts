import { defineKind, MISMATCH } from '../field-kind'
import { toCode } from '../text'
import { checkText } from './text-checks'

/** Mobile or fixed line; a field that must be a mobile names the pattern mobile. */
export const phone = defineKind<string>({
  ask: '请填写',
  mismatch: '请填写电话号码',
  read: (raw) => (typeof raw === 'string' ? toCode(raw) || null : MISMATCH),
  check: (value, field, env) => checkText(value, field, env, { maxLength: 30, pattern: 'phone' }),
  show: (value) => value,
})
