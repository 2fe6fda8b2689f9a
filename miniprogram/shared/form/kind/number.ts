import { readNumeral } from '../numerals'
import type { Field } from '../schema'
import { defineKind } from './define'
import { type Finding, type MakeKind, MISMATCH } from './kind'
import { numberCell } from './number-cell'

/** Beyond this a JSON number is no longer exact with two decimals. */
const LARGEST = 1e12

/** A number type; `smallest`, `precision` and `unit` count when the field sets none. */
export function defineNumber(spec: {
  readonly title: string
  readonly smallest: number
  readonly precision: number
  readonly unit: string
  readonly addsUp: (field: Field) => boolean
}): MakeKind {
  const { title, smallest, precision, unit, addsUp } = spec
  const unitOf = ({ constraints }: Field): string => constraints?.unit ?? unit
  const countedIn = (field: Field): string => unitOf(field) || unitInLabel(field)
  return defineKind<number>({
    title,
    ask: '请填写',
    limits: ['min', 'max', 'precision', 'unit'],
    mismatch: (raw, field) => {
      const numeral = readNumeral(typeof raw === 'string' ? raw : '?', countedIn(field))
      return 'problem' in numeral ? numeral.problem : '请填写数字'
    },
    read: (raw, field) => readNumber(raw, countedIn(field)),
    check: (value, field) => checkNumber(value, field, smallest, precision),
    show: (value, field) => `${value}${unitOf(field)}`,
    control: ({ constraints = {} }) => {
      // The number pads of phones have no minus sign.
      const isNegative = constraints.min !== undefined && constraints.min < 0
      const keyboard = isNegative ? 'text' : constraints.precision === 0 ? 'number' : 'digit'
      return { name: 'number', typed: true, keyboard, unit: constraints.unit ?? unit }
    },
    shape: () => ({ kind: 'number' }),
    cell: numberCell(countedIn),
    addsUp,
    example: ({ constraints }) => constraints?.min ?? 1,
  })
}

/** `净值（万元）` → `万元`: some fields say their unit in the label only. */
const unitInLabel = ({ label }: Field): string => /[(（]([^()（）]+)[)）]$/.exec(label)?.[1] ?? ''

function readNumber(raw: unknown, unit: string): number | null | typeof MISMATCH {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : MISMATCH
  if (typeof raw !== 'string') return MISMATCH
  const numeral = readNumeral(raw, unit)
  return 'problem' in numeral ? MISMATCH : numeral.value
}

const decimalsOf = (value: number): number => (/\.(\d+)$/.exec(value.toFixed(10).replace(/0+$/, ''))?.[1] ?? '').length

function checkNumber(value: number, field: Field, smallest: number, precision: number): readonly Finding[] {
  const { min = smallest, max = LARGEST, unit = '' } = field.constraints ?? {}
  const decimals = field.constraints?.precision ?? precision
  if (value < min) return [{ code: 'min', message: `不能小于 ${min}${unit}` }]
  if (value > max) return [{ code: 'max', message: `不能大于 ${max}${unit}` }]
  if (decimalsOf(value) <= decimals) return []
  return [{ code: 'precision', message: decimals === 0 ? '请填写整数' : `最多保留 ${decimals} 位小数` }]
}
