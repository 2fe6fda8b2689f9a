import { headingsOf, importedTable } from '../../../cloudfunctions/domain/table/imported'
import { readCsv } from '../../../cloudfunctions/files/csv'
import { readXlsx } from '../../../cloudfunctions/files/xlsx'
import { AppError } from '../../../cloudfunctions/kernel/errors'
import type { ImportedTable } from '../../../miniprogram/shared/domain/table-import'
import type { Field } from '../../../miniprogram/shared/form'
import { KEPT, VEHICLES } from './files'

/** Files of tables as they are read. */

const TODAY = '2026-11-23'

export const fromCsv = async (bytes: Buffer | string, table: Field = VEHICLES): Promise<ImportedTable> =>
  importedTable(
    [await readCsv(Buffer.from(bytes), headingsOf(table))].filter((sheet) => sheet.rows.length > 0),
    table,
    TODAY,
  )
export const fromXlsx = async (bytes: Buffer, table: Field = VEHICLES): Promise<ImportedTable> =>
  importedTable(await readXlsx(bytes), table, TODAY)

/** What the citizen reads when the whole file is refused. */
export async function refusal(reading: Promise<unknown>): Promise<string> {
  try {
    await reading
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_REFUSED') return error.detail.userMessage ?? ''
    throw error
  }
  throw new Error('the file was taken')
}

export const GOOD = { rows: [KEPT], wrongRows: [], problems: [], problemCount: 0, ignoredColumns: [], notices: [] }
