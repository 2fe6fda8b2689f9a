import { defineKind, type FieldKind, type Finding, MISMATCH } from '../field-kind'
import type { Field } from '../schema'
import { toHalfWidth } from '../text'

/** Beyond this a JSON number is no longer exact with two decimals. */
const LARGEST = 1e12

/** Digits with an optional sign and fraction: no exponent, no hexadecimal, thousands separators are dropped before. */
const NUMERAL = /^[+-]?\d{1,15}(\.\d{1,10})?$/

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

/** A number type; `smallest` and `precision` count when the field sets none. */
export function defineNumber(smallest: number, precision: number, unit: string): FieldKind {
  return defineKind<number>({
    ask: '请填写',
    mismatch: '请填写数字',
    read: readNumber,
    check: (value, field) => checkNumber(value, field, smallest, precision),
    show: (value, field) => `${value}${field.constraints?.unit ?? unit}`,
  })
}
