import type { CellValue } from '../answers'
import { type CellKind, cellText, TEXT_CELL } from '../kind/cell'
import { byOption, defineKind } from '../kind/define'
import { type Finding, MISMATCH } from '../kind/kind'
import { optionValues } from '../kind/shape'
import type { Field } from '../schema'
import { labelOf, onlyText, optionOf } from './single-choice'

function shown(values: readonly string[], field: Field): string {
  return values.map((value) => labelOf(value, field)).join('、')
}

const isValues = (value: CellValue): value is readonly string[] => Array.isArray(value)

const CHOICES_CELL: CellKind = {
  ...TEXT_CELL,
  hint: ({ options = [] }) => `可填几项，用顿号隔开：${options.map(({ label }) => label).join('、')}`,
  read: (cell, column) => {
    const chosen = cellText(cell)
      .split(/[、,，;；\n]/)
      .filter((part) => part.trim() !== '')
    const read = chosen.map((part) => optionOf(part, column))
    const values = read.flatMap((one) => ('raw' in one ? [one.raw] : []))
    return values.length === read.length ? { raw: values } : { message: `${onlyText(column)}；几项之间用顿号隔开` }
  },
  write: (values, column) => (isValues(values) ? shown(values, column) : ''),
}

/** Several options, stored as their values in the order of the form. */
export const kind = defineKind<readonly string[]>({
  title: '多选',
  needs: 'options',
  limits: ['minSelect', 'maxSelect'],
  ask: '请选择',
  mismatch: '请从选项中选择',
  read: (raw, field) => {
    if (!Array.isArray(raw)) return MISMATCH
    const chosen = raw.filter((value): value is string => typeof value === 'string')
    if (chosen.length !== raw.length) return MISMATCH
    const known = optionValues(field.options)
    const inOrder = known.filter((value) => chosen.includes(value))
    const foreign = chosen.filter((value, i) => !known.includes(value) && chosen.indexOf(value) === i)
    return inOrder.length + foreign.length === 0 ? null : [...inOrder, ...foreign]
  },
  check: checkChoices,
  show: shown,
  control: () => ({ name: 'multi-choice' }),
  shape: ({ options }) => ({ kind: 'choices', options: optionValues(options) }),
  cell: CHOICES_CELL,
  fromSituation: (options, field) => options.map((option) => byOption(option, field)),
  // Every single point must be ticked: that is a declaration.
  isMadeAnew: ({ options = [], constraints }) => options.length > 0 && (constraints?.minSelect ?? 0) >= options.length,
  stillFits: (values, { options }) => {
    const left = values.filter((value) => optionValues(options).includes(value))
    return left.length === values.length ? values : left
  },
  example: ({ options = [], constraints }) => optionValues(options).slice(0, constraints?.minSelect ?? 1),
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
