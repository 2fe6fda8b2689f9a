import type { AnswerValue } from './answers'
import { unprintableIn } from './printable'
import type { Problem } from './problem'
import { tableRowsOf } from './row-patch'
import type { Field } from './schema'

/** More would not be read. */
const MOST_NAMED = 5

/** What print cannot show is said beside its place, before it is submitted; the answer itself is fine. */
export function printWarnings(field: Field, value: AnswerValue): readonly Problem[] {
  if (typeof value === 'string') return warningsOf(value, () => field.id)
  const found: Problem[] = []
  // Loops, and names of places only where something is told: long tables ask it a thousand times a keystroke.
  tableRowsOf(value).forEach((row, n) => {
    for (const column in row) {
      const cell = row[column]
      if (typeof cell === 'string') found.push(...warningsOf(cell, () => `${field.id}[${n}].${column}`))
    }
  })
  return found
}

const NONE: readonly Problem[] = []

function warningsOf(text: string, place: () => string): readonly Problem[] {
  const missing = unprintableIn(text)
  if (missing.length === 0) return NONE
  const named = missing.slice(0, MOST_NAMED).join(' ')
  const message = `打印字库里没有“${named}”${missing.length > MOST_NAMED ? `等 ${missing.length} 个字` : ''}，打印的表上用编码代替。线上提交的内容不变；要用纸质表的，请到窗口核对`
  return [{ field: place(), severity: 'warning', code: 'print', message }]
}
