import { defineKind, MISMATCH } from '../field-kind'
import { toHalfWidth } from '../text'
import { checkText } from './text-checks'

/** E-mail address. */
export const email = defineKind<string>({
  ask: '请填写',
  mismatch: '请填写电子邮箱',
  read: (raw) => (typeof raw === 'string' ? toHalfWidth(raw).replace(/\s/g, '') || null : MISMATCH),
  check: (value, field, env) => checkText(value, field, env, { maxLength: 100, pattern: 'email' }),
  show: (value) => value,
})
