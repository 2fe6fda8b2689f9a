import { refuse } from './refuse'
import { MOST_COLUMNS, MOST_ROWS, type Sheet, type SheetRow, textCell, TOO_MANY_ROWS } from './sheet'

/** Excel's ways of saving text: UTF-8, UTF-16 with a mark, and on a Chinese Windows GBK (GB 18030 holds all of it). */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Another encoding, then.
    }
  }
  throw refuse('看不懂这个文件的文字编码。请用表格软件打开，另存为 .xlsx 后再试')
}

/** The rows of a CSV file: commas, semicolons or tabs; quotes as Excel writes them. Throws FILE_REFUSED. */
export async function readCsv(bytes: Buffer): Promise<Sheet> {
  const text = decode(bytes)
  if (text.includes('\0')) throw refuse('这不是文本格式的 CSV 文件。请用表格软件打开，另存为 .xlsx 或 CSV 后再试')
  const { default: Papa } = await import('papaparse')
  const rows: SheetRow[] = []
  let number = 0
  // Row by row: two megabytes may be a million rows, or a million columns.
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';'],
    step({ data, errors }) {
      number += 1
      if (errors.some(({ type }) => type === 'Quotes')) {
        throw refuse(`第 ${number} 行的引号不成对，读不出这一行。请用表格软件打开，另存后再试`)
      }
      const cells = data.slice(0, MOST_COLUMNS).map(textCell)
      if (cells.some((cell) => cell !== null)) rows.push({ number, cells })
      if (rows.length > MOST_ROWS) throw refuse(TOO_MANY_ROWS)
    },
  })
  return rows
}
