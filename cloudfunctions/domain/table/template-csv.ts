import { type Field, type TableRow } from '../../../miniprogram/shared/form'
import { filledTable } from './filled'
import { quoted } from './quoting'

/** By this mark Excel knows that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Headings, a row of explanations and the rows there are; text that a spreadsheet program would run has ' before it. */
export async function csvTemplate(table: Field, rows: readonly TableRow[] = []): Promise<Buffer> {
  const { default: Papa } = await import('papaparse')
  const filled = filledTable(table, rows, quoted)
  return Buffer.from(BYTE_ORDER_MARK + Papa.unparse([filled.headings, filled.explanations, ...filled.rows]))
}
