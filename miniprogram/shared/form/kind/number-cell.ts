import type { Field } from '../schema'
import { toHalfWidth } from '../text'
import type { CellKind } from './cell'

/** An amount with what stands around it: currency, sign, digits in thousands, a word for ten thousands, a unit. */
const AMOUNT = /^(¥|rmb)?([+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d+)?)(万|亿)?(.*)$/
const TIMES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/** Ways to write a unit that mean the same. */
const SAME_UNIT: Readonly<Record<string, string>> = {
  '㎡': '平方米',
  'm²': '平方米',
  m2: '平方米',
  平米: '平方米',
  公斤: '千克',
  kg: '千克',
  t: '吨',
  m: '米',
  cm: '厘米',
  kw: '千瓦',
}

const plain = (text: string): string => toHalfWidth(text).replace(/\s/g, '').replace(/￥/g, '¥').toLowerCase()
const unitCalled = (text: string): string => SAME_UNIT[text] ?? text

/** `净值（万元）` → `万元`: some columns say their unit in the label only. */
const unitInLabel = ({ label }: Field): string => /[(（]([^()（）]+)[)）]$/.exec(label)?.[1] ?? ''

/** `万元` counts by ten thousand 元. */
function splitUnit(unit: string): { readonly times: number; readonly base: string } {
  const times = TIMES[unit.charAt(0)]
  return times === undefined ? { times: 1, base: unit } : { times, base: unit.slice(1) }
}

/** The amount in the column's unit, without the dust of binary fractions; undefined when it names another unit. */
function inUnit(amount: RegExpExecArray, unit: string): number | undefined {
  const [, currency = '', digits = '', word = '', rest = ''] = amount
  const { times, base } = splitUnit(unit)
  // Money in a column of 万元 may be 元, or 万元 whose cells were formatted as money.
  if (currency !== '' && rest === '' && word === '' && times !== 1) return undefined
  const written = unitCalled(rest || (currency && '元'))
  const value = Number(digits.replace(/,/g, ''))
  if (word === '' && (written === '' || written === unit)) return value
  // `1.2万` says how many, not of what: the column does.
  if (written !== base && !(written === '' && word !== '')) return undefined
  return Number(((value * (TIMES[word] ?? 1)) / times).toPrecision(15))
}

/** @param usual unit of a column that names none */
export function numberCell(usual: string): CellKind {
  return {
    hint: ({ constraints: { unit = usual, min, max } = {} }) => {
      const least = min === undefined ? '' : `不小于 ${min}`
      const most = max === undefined ? '' : `不大于 ${max}`
      return ['数字', unit && `单位${unit}，不写单位`, least, most].filter(Boolean).join('，')
    },
    choices: () => [],
    isNumber: true,
    read: (cell, column) => {
      // 15 digits: what the spreadsheet showed, without the dust of binary fractions.
      if (typeof cell === 'number') return { raw: Number(cell.toPrecision(15)) }
      if (typeof cell !== 'string') return { message: '请填写数字' }
      const amount = AMOUNT.exec(plain(cell))
      // What begins with no number says so itself.
      if (!amount) return { raw: cell }
      if (/^[,\d]/.test(amount[4] ?? '')) return { message: `写的是“${shortened(cell)}”，看不出是多少：${COMMAS}` }
      const unit = column.constraints?.unit ?? (usual || unitInLabel(column))
      const raw = inUnit(amount, unitCalled(plain(unit)))
      return raw === undefined ? { message: otherUnit(cell, unit) } : { raw }
    },
    write: (value) => (typeof value === 'number' ? value : ''),
  }
}

const COMMAS = '逗号只能每三位一个，小数请用小数点，最多 15 位'

const shortened = (cell: string): string => cell.slice(0, 20)

const otherUnit = (cell: string, unit: string): string =>
  `写的是“${shortened(cell)}”，${unit ? `这一列的单位是${unit}，请换算后只写数字` : '请只写数字'}`
