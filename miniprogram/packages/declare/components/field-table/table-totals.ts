import type { TableRow } from '../../../../shared/form/answers'
import { kindOf } from '../../../../shared/form/fields/index'
import { total } from '../../../../shared/form/operators'
import type { Field } from '../../../../shared/form/schema'

/** `数量合计 12辆；载质量合计 36000千克`: of columns whose amounts add up, when there is more than one row; '' = none. */
export function totalsText(columns: readonly Field[], rows: readonly TableRow[]): string {
  if (rows.length < 2) return ''
  return columns
    .filter((column) => kindOf(column.type).addsUp(column))
    .flatMap((column) => {
      const numbers = rows.map((row) => row[column.id]).filter((value) => typeof value === 'number')
      return numbers.length === 0 ? [] : [`${column.label}合计 ${kindOf(column.type).show(total(numbers), column)}`]
    })
    .join('；')
}
