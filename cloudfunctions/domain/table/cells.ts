import { type CellValue, type Field, kindOf } from '../../../miniprogram/shared/form'
import { type SheetCell } from '../../files/sheet'
import { unquoted } from './quoting'

export type ReadCell =
  { readonly ok: true; readonly value: CellValue } | { readonly ok: false; readonly message: string }

const NO_DAY_CELL = '单元格设成了日期格式，内容却不是日期。请把这一列的单元格格式改成“文本”，重新填写后再导入'

const GARBLED = '有文字变成了乱码（�），请照原件重新填写'

/** A cell of a file → the answer of its column, as the column's kind understands it: labels become their values. */
export function readCell(cell: SheetCell, column: Field): ReadCell {
  const kind = kindOf(column.type)
  if (cell === null || kind.cell === null) return { ok: true, value: null }
  // A number that is formatted as a day, and is none: the spreadsheet program shows ######.
  if (cell instanceof Date && Number.isNaN(cell.getTime())) return { ok: false, message: NO_DAY_CELL }
  if (typeof cell === 'object' && 'unreadable' in cell) return { ok: false, message: cell.unreadable }
  if (typeof cell === 'string' && cell.includes('\uFFFD')) return { ok: false, message: GARBLED }
  const read = kind.cell.read(typeof cell === 'string' ? unquoted(cell) : cell, column)
  if ('message' in read) return { ok: false, message: read.message }
  const normalized = kind.normalize(read.raw, column)
  if (!normalized.ok) return { ok: false, message: normalized.message }
  return { ok: true, value: isRows(normalized.value) ? null : normalized.value }
}

function isRows(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.some((item) => typeof item === 'object')
}
