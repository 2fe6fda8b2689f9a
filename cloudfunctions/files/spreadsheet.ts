import { readCsv } from './csv'
import { refuse } from './refuse'
import { type Sheet } from './sheet'
import { readXlsx } from './xlsx'

const ZIP = Buffer.from('PK\x03\x04', 'latin1')

/** Old Office files, and XLSX files with a password, are both this container. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/**
 * The content decides, not the name; a name that says something else is told.
 * @param isHeading knows the headings of the table that is wanted
 */
export async function sheetsOf(
  bytes: Buffer,
  name: string,
  isHeading: (text: string) => boolean,
): Promise<readonly Sheet[]> {
  if (bytes.length === 0) throw refuse('这是一个空文件，请重新选择')
  if (bytes.subarray(0, 8).equals(OLE)) {
    throw refuse('这是旧版 Excel 文件，或文件有密码。请用表格软件打开，取消密码，另存为 .xlsx 后再试')
  }
  const zipped = bytes.subarray(0, 4).equals(ZIP)
  if (zipped !== name.endsWith('.xlsx')) {
    throw refuse('文件内容与扩展名不一致。请用表格软件打开，另存为 .xlsx 或 CSV 后再试')
  }
  return zipped ? readXlsx(bytes) : [await readCsv(bytes, isHeading)].filter((sheet) => sheet.rows.length > 0)
}
