import { defineKind, MISMATCH } from '../field-kind'
import { tidy } from '../text'
import { checkText, DEFAULT_MAX_LENGTH } from './text-checks'

/** A postal address in one line, as the certificate prints it. */
export const address = defineKind<string>({
  ask: '请填写',
  mismatch: '请填写地址',
  read: (raw) => (typeof raw === 'string' ? tidy(raw) || null : MISMATCH),
  check: (value, field, env) => checkText(value, field, env, { maxLength: DEFAULT_MAX_LENGTH.text }),
  show: (value) => value,
})
