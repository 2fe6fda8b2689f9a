import type { Field } from '../schema'
import { toHalfWidth } from '../text'
import { defineKind } from './define'
import { type Finding, type MakeKind, MISMATCH } from './kind'
import { numberCell } from './number-cell'

/** Beyond this a JSON number is no longer exact with two decimals. */
const LARGEST = 1e12

/** Digits with an optional sign and fraction: no exponent, no hexadecimal, thousands separators are dropped before. */
const NUMERAL = /^[+-]?\d{1,15}(\.\d{1,10})?$/

/** A number type; `smallest`, `precision` and `unit` count when the field sets none. */
export function defineNumber(spec: {
  readonly title: string
  readonly smallest: number
  readonly precision: number
  readonly unit: string
  readonly addsUp: (field: Field) => boolean
}): MakeKind {
  const { title, smallest, precision, unit, addsUp } = spec
  return defineKind<number>({
    title,
    ask: '请填写',
    limits: ['min', 'max', 'precision', 'unit'],
    mismatch: '请填写数字',
    read: readNumber,
    check: (value, field) => checkNumber(value, field, smallest, precision),
    show: (value, field) => `${value}${field.constraints?.unit ?? unit}`,
    control: ({ constraints = {} }) => {
      // The number pads of phones have no minus sign.
      const isNegative = constraints.min !== undefined && constraints.min < 0
      const keyboard = isNegative ? 'text' : constraints.precision === 0 ? 'number' : 'digit'
      return { name: 'number', typed: true, keyboard, unit: constraints.unit ?? unit }
    },
    shape: () => ({ kind: 'number' }),
    cell: numberCell(unit),
    addsUp,
    example: ({ constraints }) => constraints?.min ?? 1,
  })
}

function readNumber(raw: unknown): number | null | typeof MISMATCH {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : MISMATCH
  if (typeof raw !== 'string') return MISMATCH
  const text = toHalfWidth(raw).replace(/[\s,]/g, '')
  if (text === '') return null
  return NUMERAL.test(text) ? Number(text) : MISMATCH
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
