import { refuse } from './refuse'
import { MOST_COLUMNS, MOST_ROWS, type Sheet, type SheetRow, textCell, TOO_MANY_ROWS } from './sheet'
import { decodeText } from './text-encoding'

const DELIMITERS = [',', '\t', ';'] as const

/** Headings stand among the first rows. */
const LOOKED_AT = 10

/**
 * The rows of a CSV file; quotes as Excel writes them. Throws FILE_REFUSED.
 * @param isHeading tells the delimiter: by counting alone, 4,500 between tabs makes two columns
 */
export async function readCsv(bytes: Buffer, isHeading: (text: string) => boolean): Promise<Sheet> {
  const text = decodeText(bytes)
  const { default: Papa } = await import('papaparse')
  const headingsBy = (delimiter: string): number => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: LOOKED_AT })
    return data.flatMap((cells) => cells.slice(0, MOST_COLUMNS).filter(isHeading)).length
  }
  const found = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: text.includes(delimiter) ? headingsBy(delimiter) : 0,
  }))
  const { delimiter, count } = found.reduce((a, b) => (b.count > a.count ? b : a))
  const rows: SheetRow[] = []
  let number = 0
  // Row by row: two megabytes may be a million rows, or a million columns.
  Papa.parse<string[]>(text, {
    ...(count > 0 ? { delimiter } : { delimitersToGuess: [...DELIMITERS] }),
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
