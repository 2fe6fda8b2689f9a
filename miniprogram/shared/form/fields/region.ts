import { TEXT_CELL } from '../kind/cell'
import { defineKind } from '../kind/define'
import { MISMATCH } from '../kind/kind'
import { checkText } from '../kind/text'
import { tidy } from '../text'

/**
 * 省、市、区 as WeChat's region picker gives them, in one string with blanks between (`天津市 天津市 滨海新区`):
 * the contract's formData knows regions only as strings. An array of names is accepted and joined.
 */
export const kind = defineKind<string>({
  title: '行政区划',
  ask: '请选择',
  limits: ['maxLength'],
  mismatch: '请重新选择地区',
  read: (raw) => {
    if (typeof raw === 'string') return tidy(raw).replace(/\s+/g, ' ') || null
    return isNames(raw) ? regionText(raw) || null : MISMATCH
  },
  check: (value, field, env) => checkText(value, field, env, { maxLength: 60 }),
  // A municipality names itself twice; a person says it once.
  show: (value) =>
    regionParts(value)
      .filter((part, i, all) => part !== all[i - 1])
      .join(''),
  control: () => ({ name: 'region' }),
  shape: () => ({ kind: 'text' }),
  cell: { ...TEXT_CELL, hint: () => '省、市、区之间空一格，如 天津市 天津市 滨海新区' },
  example: () => '天津市 天津市 南开区',
})

/** The picker's value → the answer. */
export function regionText(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')
}

/** The answer → the picker's value. */
export function regionParts(value: string): string[] {
  return value.split(' ').filter(Boolean)
}

function isNames(raw: unknown): raw is readonly string[] {
  return Array.isArray(raw) && raw.every((part) => typeof part === 'string')
}
