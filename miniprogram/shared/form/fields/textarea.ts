import { defineKind, MISMATCH } from '../field-kind'
import { tidy } from '../text'
import { checkText, DEFAULT_MAX_LENGTH } from './text-checks'

/** Text of several lines; its line breaks are kept. */
export const textarea = defineKind<string>({
  ask: '请填写',
  mismatch: '请填写文字',
  read: (raw) => (typeof raw === 'string' ? tidy(raw) || null : MISMATCH),
  check: (value, field, env) =>
    checkText(value, field, env, { maxLength: DEFAULT_MAX_LENGTH.textarea, multiline: true }),
  show: (value) => value,
})
