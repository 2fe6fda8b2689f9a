import { defineKind, MISMATCH } from '../field-kind'
import { toCode } from '../text'
import { checkText } from './text-checks'

/** Unified social credit code (统一社会信用代码). */
export const uscc = defineKind<string>({
  ask: '请填写',
  mismatch: '请填写统一社会信用代码',
  read: (raw) => (typeof raw === 'string' ? toCode(raw) || null : MISMATCH),
  check: (value, field, env) => checkText(value, field, env, { maxLength: 18, pattern: 'uscc' }),
  show: (value) => value,
})
