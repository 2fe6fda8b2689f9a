import { defineKind, type Finding, MISMATCH } from '../field-kind'
import type { Field } from '../schema'

/** Several options, stored as their values in the order of the form. */
export const multiChoice = defineKind<readonly string[]>({
  ask: '请选择',
  mismatch: '请从选项中选择',
  read: (raw, field) => {
    if (!Array.isArray(raw)) return MISMATCH
    const chosen = raw.filter((value): value is string => typeof value === 'string')
    if (chosen.length !== raw.length) return MISMATCH
    const known = (field.options ?? []).map((option) => option.value)
    const inOrder = known.filter((value) => chosen.includes(value))
    const foreign = chosen.filter((value, i) => !known.includes(value) && chosen.indexOf(value) === i)
    return inOrder.length + foreign.length === 0 ? null : [...inOrder, ...foreign]
  },
  check: checkChoices,
  show: (values, field) =>
    values.map((value) => field.options?.find((option) => option.value === value)?.label ?? value).join('、'),
})

function checkChoices(values: readonly string[], field: Field): readonly Finding[] {
  const { minSelect = 0, maxSelect = Infinity } = field.constraints ?? {}
  if (values.some((value) => !field.options?.some((option) => option.value === value))) {
    return [{ code: 'option', message: '请从现有选项中重新选择' }]
  }
  if (values.length < minSelect) return [{ code: 'minSelect', message: `请至少选择 ${minSelect} 项` }]
  if (values.length > maxSelect) return [{ code: 'maxSelect', message: `最多选择 ${maxSelect} 项` }]
  return []
}
