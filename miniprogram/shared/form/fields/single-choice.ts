import { defineKind, MISMATCH } from '../field-kind'

/** One option, stored as its value. */
export const singleChoice = defineKind<string>({
  ask: '请选择',
  mismatch: '请从选项中选择一项',
  read: (raw) => (typeof raw === 'string' ? raw : MISMATCH),
  check: (value, field) =>
    field.options?.some((option) => option.value === value)
      ? []
      : [{ code: 'option', message: '请从现有选项中重新选择' }],
  show: (value, field) => field.options?.find((option) => option.value === value)?.label ?? value,
})
