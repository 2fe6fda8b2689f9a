import { cellText, type RawCell, TEXT_CELL } from '../kind/cell'
import { defineKind } from '../kind/define'
import { MISMATCH } from '../kind/kind'
import { optionValues } from '../kind/shape'
import type { Field } from '../schema'
import { toPlain } from '../text'

/** One option, stored as its value. */
export const kind = defineKind<string>({
  title: '单选',
  needs: 'options',
  ask: '请选择',
  mismatch: '请从选项中选择一项',
  read: (raw) => (typeof raw === 'string' ? raw : MISMATCH),
  check: (value, field) =>
    field.options?.some((option) => option.value === value)
      ? []
      : [{ code: 'option', message: '请从现有选项中重新选择' }],
  show: labelOf,
  control: () => ({ name: 'single-choice' }),
  shape: ({ options }) => ({ kind: 'choice', options: optionValues(options) }),
  cell: {
    ...TEXT_CELL,
    hint: onlyText,
    choices: ({ options = [] }) => options.map(({ label }) => label),
    read: (cell, column) => optionOf(cellText(cell), column),
    write: (value, column) => (typeof value === 'string' ? labelOf(value, column) : ''),
  },
  example: ({ options }) => options?.[0]?.value ?? '',
})

/** What a person reads for an option's value. */
export function labelOf(value: string, { options = [] }: Field): string {
  return options.find((option) => option.value === value)?.label ?? value
}

const plain = (text: string): string => toPlain(text).replace(/\s/g, '')

export function onlyText({ options = [] }: Field): string {
  return `只能填：${options.map(({ label }) => label).join('、')}`
}

/** An option by its label, or by its value. */
export function optionOf(text: string, column: Field): RawCell {
  const { options = [] } = column
  const option =
    options.find(({ label }) => plain(label) === plain(text)) ?? options.find(({ value }) => value === text)
  return option ? { raw: option.value } : { message: onlyText(column) }
}
