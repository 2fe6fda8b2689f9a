import { defineKind, MISMATCH } from '../field-kind'
import { tidy } from '../text'
import { checkText } from './text-checks'

/**
 * 省、市、区 as WeChat's region picker gives them, in one string with blanks between (`天津市 天津市 滨海新区`):
 * the contract's formData knows regions only as strings. An array of names is accepted and joined.
 */
export const region = defineKind<string>({
  ask: '请选择',
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
