import { AppError } from '../kernel/errors'
import { refuse } from './refuse'
import { MOST_MERGED, MOST_ROWS, type Sheet } from './sheet'
import { readNumberFormats } from './xlsx/styles'
import { readSharedStrings } from './xlsx/text'
import { openParts, type XlsxParts } from './xlsx/parts'
import { openWorkbook } from './xlsx/workbook'
import { readWorksheet } from './xlsx/worksheet'

/** The visible sheets of an XLSX file, in order, those without content left out. Throws FILE_REFUSED. */
export async function readXlsx(bytes: Buffer): Promise<readonly Sheet[]> {
  const parts = await openParts(bytes)
  try {
    return await sheetsIn(parts)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw refuse('读不出这个 Excel 文件。请用表格软件打开，另存为 .xlsx 后再试')
  }
}

async function sheetsIn(parts: XlsxParts): Promise<readonly Sheet[]> {
  const { sheets, sharedStrings, styles, from1904 } = await openWorkbook(parts)
  const context = {
    strings: await readSharedStrings(sharedStrings),
    formats: await readNumberFormats(styles),
    from1904,
  }
  const read: Sheet[] = []
  let room = { rows: MOST_ROWS, merged: MOST_MERGED }
  for (const part of sheets) {
    const sheet = await readWorksheet(part, context, room)
    room = { rows: room.rows - sheet.rows.length, merged: room.merged - sheet.merged.length }
    if (sheet.rows.length > 0) read.push(sheet)
  }
  return read
}
