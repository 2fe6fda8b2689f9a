import { type Field } from '../../../miniprogram/shared/form'
import { allowedText } from './allowed'
import { importable } from './imported'
import { EXPLAINED } from '../../files/sheet'

/** By this mark Excel knows that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Headings and a row of explanations; text that a spreadsheet program would run as a formula has ' before it. */
export async function csvTemplate(table: Field): Promise<Buffer> {
  const { default: Papa } = await import('papaparse')
  const columns = importable(table)
  const rows = [columns.map(({ label }) => label), columns.map((column) => EXPLAINED + allowedText(column))]
  return Buffer.from(BYTE_ORDER_MARK + Papa.unparse(rows, { escapeFormulae: true }))
}
