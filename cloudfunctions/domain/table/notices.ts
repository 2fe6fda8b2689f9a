import { type Field } from '../../../miniprogram/shared/form'
import { type LeftOut, type Reason } from './left-out'
import { rowsText } from './row-numbers'
import { type TakenOver } from './taken-over'

/** A text that was kept as it is, though a spreadsheet program would compute it. */
export interface FormulaText {
  readonly row: number
  readonly column: Field
}

/** What was done to a file that its owner did not say in so many words. */
export interface Done {
  readonly leftOut: readonly LeftOut[]
  readonly hidden: readonly Field[]
  readonly taken: readonly TakenOver[]
  readonly formulas: readonly FormulaText[]
}

const LEFT_OUT: Readonly<Record<Reason, string>> = {
  hidden: '在文件里是隐藏的，或被筛选掉了，没有读入。需要的话，请取消隐藏和筛选，另存后再导入',
  heading: '像是表头的另一行（列名、单位或栏次），没有读入',
  total: '像是合计，没有读入',
  remark: '像是说明、签字或分组的标题，没有读入',
}

const TAKEN: Readonly<Record<TakenOver['from'], string>> = {
  merged: '在合并的单元格里，每一行都按格子里的内容读入',
  above: '写的是“同上”，按上一行的内容读入',
}

/** In sentences for the applicant, each with the rows that it is about. */
export function noticesOf({ leftOut, hidden, taken, formulas }: Done): readonly string[] {
  const [reasons, origins] = [Object.keys(LEFT_OUT), Object.keys(TAKEN)] as [Reason[], TakenOver['from'][]]
  return [
    ...hidden.map(({ label }) => `“${label}”列在文件里是隐藏的，没有读入。需要的话，请取消隐藏，另存后再导入`),
    ...reasons.flatMap((reason) => {
      const rows = leftOut.filter((one) => one.reason === reason).map(({ row }) => row)
      return rows.length > 0 ? `${rowsText(rows)}${LEFT_OUT[reason]}` : []
    }),
    ...origins.flatMap((from) =>
      byColumn(
        taken.filter((one) => one.from === from),
        TAKEN[from],
      ),
    ),
    ...byColumn(formulas, '像公式，按文字原样读入，不会计算。如果不是这个意思，请修改'),
  ]
}

function byColumn(cells: readonly FormulaText[], words: string): readonly string[] {
  const columns = [...new Set(cells.map(({ column }) => column))]
  return columns.map((column) => {
    const rows = cells.filter((one) => one.column === column).map(({ row }) => row)
    return `${rowsText(rows)}“${column.label}”${words}`
  })
}
