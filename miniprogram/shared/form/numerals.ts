import { toPlain } from './text'

/** A number as it was written: its value, or why it cannot be told. */
export type Numeral = { readonly value: number | null } | { readonly problem: string }

/** Without exponent or hexadecimal; beyond 15 digits a JSON number is no longer exact. */
const PLAIN = /^[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})$/
/** Separators only where thousands stand, all of one kind. `0,123` is no thousand. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2}([, '])\d{3}(?:\1\d{3})*(?:\.\d{0,15})?$/
/** Signs and digits in front, a unit behind. */
const PARTS = /^([+-]? ?[\d.][\d., ']*)(.*)$/

/** Powers of ten of the words before a unit. */
const POWERS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

/** Other names of the units that forms use. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  元: ['圆', '块', '块钱', '人民币', 'RMB', 'CNY'],
  '㎡': ['平方米', '平米', '平方', '平', 'M2', 'M²'],
  立方米: ['立方', '方', 'M3', 'M³', '㎥'],
  吨: ['T'],
  千克: ['公斤', 'KG', '㎏'],
  公斤: ['千克', 'KG', '㎏'],
  米: ['M'],
  厘米: ['公分', 'CM', '㎝'],
  千瓦: ['KW', '㎾'],
  小时: ['H', '时', '个小时'],
  人: ['名', '位', '个人'],
  辆: ['台'],
  'dB(A)': ['DB', '分贝'],
  年: ['周年'],
  '%': ['百分比'],
}

const ASK_NUMBER = '请填写数字'
const ASK_COMMA = '逗号是小数点还是千位分隔？小数点请写成“.”，如 3.5；整数请去掉逗号'

/**
 * `1,234.5`, `3。5`, `５００元`, `12万` → the number in the field's unit. What can be read in two ways is asked about.
 * @param unit of the field; '' = none
 */
export function readNumeral(typed: string, unit: string): Numeral {
  const text = toPlain(typed)
    .replace(/(\d)[。｡](?=\d|$)/g, '$1.')
    .replace(/^[¥￥] ?/, unit.startsWith('元') ? '' : '$&')
  if (text === '') return { value: null }
  const [, numeral = '', tail = ''] = PARTS.exec(text) ?? []
  const digits = digitsOf(numeral.trim())
  // Money in a box of 万元 may be 元, or 万元 that were formatted as money.
  if (/^[¥￥]/.test(text)) return { problem: askUnit(unit) }
  if (digits === undefined) return { problem: /[\d][,'][\d]/.test(numeral) ? ASK_COMMA : ASK_NUMBER }
  const power = powerOf(tail.replace(/\s/g, ''), unit)
  if (power !== undefined) return { value: Number(`${digits}e${power}`) }
  return { problem: askUnit(unit) }
}

const askUnit = (unit: string): string => (unit === '' ? ASK_NUMBER : `请只填以“${unit}”为单位的数字`)

function digitsOf(numeral: string): string | undefined {
  const sign = numeral.replace(/^([+-]) /, '$1')
  if (PLAIN.test(sign)) return sign
  if (!THOUSANDS.test(sign)) return undefined
  const digits = sign.replace(/[, ']/g, '')
  return PLAIN.test(digits) ? digits : undefined
}

/** What stands behind the digits as a power of ten of the field's unit; undefined = another unit. */
function powerOf(tail: string, unit: string): number | undefined {
  if (tail === '' || isUnit(tail, unit)) return 0
  const own = unit.length > 1 ? POWERS[unit.charAt(0)] : undefined
  const base = own === undefined ? unit : unit.slice(1)
  const power = POWERS[tail.charAt(0)]
  const isBase = tail.length === 1 || isUnit(tail.slice(1), base)
  // 500 元 in a box of 万元 is more likely a slip than a fraction: it is asked about.
  return power === undefined || !isBase ? undefined : power - (own ?? 0)
}

function isUnit(name: string, unit: string): boolean {
  const [first = ''] = unit.split('/')
  return unit !== '' && (name === unit || name === first || (NAMES[first] ?? []).includes(name.toUpperCase()))
}
