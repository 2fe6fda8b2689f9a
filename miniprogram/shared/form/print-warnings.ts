import type { AnswerValue } from './answers'
import { unprintableIn } from './printable'
import type { Problem } from './problem'
import { tableRowsOf } from './row-patch'
import type { Field } from './schema'

/** More would not be read. */
const MOST_NAMED = 5

/** What print cannot show is said beside its place, before it is submitted; the answer itself is fine. */
export function printWarnings(field: Field, value: AnswerValue): readonly Problem[] {
  if (typeof value === 'string') return warningAt(field.id, value)
  return tableRowsOf(value).flatMap((row, n) =>
    Object.entries(row).flatMap(([column, cell]) =>
      typeof cell === 'string' ? warningAt(`${field.id}[${n}].${column}`, cell) : [],
    ),
  )
}

function warningAt(field: string, text: string): readonly Problem[] {
  const missing = unprintableIn(text)
  if (missing.length === 0) return []
  const named = missing.slice(0, MOST_NAMED).join(' ')
  const message = `打印字库里没有“${named}”${missing.length > MOST_NAMED ? `等 ${missing.length} 个字` : ''}，打印的表上用编码代替。线上提交的内容不变；要用纸质表的，请到窗口核对`
  return [{ field, severity: 'warning', code: 'print', message }]
}
