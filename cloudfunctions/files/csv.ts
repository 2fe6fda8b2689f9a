import { refuse } from './refuse'
import { MOST_COLUMNS, MOST_ROWS, type Sheet, type SheetRow, textCell, TOO_MANY_ROWS } from './sheet'
import { decodeText } from './text-encoding'

/** The rows of a CSV file: commas, semicolons or tabs; quotes as Excel writes them. Throws FILE_REFUSED. */
export async function readCsv(bytes: Buffer): Promise<Sheet> {
  const text = decodeText(bytes)
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
  return { rows, merged: [], hiddenColumns: [] }
}
