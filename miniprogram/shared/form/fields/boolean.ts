import { defineKind, type FieldKind, MISMATCH } from '../field-kind'

const yesNo = defineKind<'1' | '0'>({
  ask: '请选择',
  mismatch: '请选择“是”或“否”',
  read: (raw) => {
    if (raw === '1' || raw === true) return '1'
    if (raw === '0' || raw === false) return '0'
    return MISMATCH
  },
  check: (value, field) =>
    field.constraints?.mustBeTrue === true && value !== '1'
      ? [{ code: 'mustBeTrue', message: '需要您确认并同意后才能提交' }]
      : [],
  show: (value, field) => {
    if (field.constraints?.mustBeTrue === true) return value === '1' ? '已确认' : '未确认'
    return value === '1' ? '是' : '否'
  },
})

/** Yes or no as "1" or "0" (contract chapter 12); a declaration with `mustBeTrue` only as "1". */
export const boolean: FieldKind = {
  ...yesNo,
  // Its label is the whole declaration: too long to repeat.
  missing: (field) =>
    field.constraints?.mustBeTrue === true
      ? { code: 'required', message: '请阅读后勾选“我已阅读并同意”' }
      : yesNo.missing(field),
}
