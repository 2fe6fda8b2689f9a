import { readNumeral } from '../numerals'
import type { Field } from '../schema'
import type { CellKind } from './cell'

/** Of what stands in a cell. */
const LONGEST_QUOTED = 20

/**
 * A column of numbers: what a cell says is read as in a box of the form.
 * @param unitOf unit that the numbers of a column count in
 */
export const numberCell = (unitOf: (column: Field) => string): CellKind => ({
  hint: (column) => {
    const { min, max } = column.constraints ?? {}
    const unit = unitOf(column)
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
    const numeral = readNumeral(cell, unitOf(column))
    if (!('problem' in numeral)) return { raw: numeral.value }
    return { message: `写的是“${Array.from(cell).slice(0, LONGEST_QUOTED).join('')}”，${numeral.problem}` }
  },
  write: (value) => (typeof value === 'number' ? value : ''),
})
