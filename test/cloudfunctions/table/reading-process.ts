import { readFileSync } from 'node:fs'
import { headingsOf, importedTable } from '../../../cloudfunctions/domain/table/imported'
import { readCsv } from '../../../cloudfunctions/files/csv'
import { readXlsx } from '../../../cloudfunctions/files/xlsx'
import { AppError } from '../../../cloudfunctions/kernel/errors'
import type { Field } from '../../../miniprogram/shared/form'

/** Run by reading.ts, bundled as the function is: `<file> <table as JSON>`; prints a Reading as JSON. */
async function main([file = '', table = '']: readonly string[]): Promise<void> {
  const started = performance.now()
  let said: object
  try {
    const bytes = readFileSync(file)
    const sheets = file.endsWith('.csv')
      ? [await readCsv(bytes, headingsOf(JSON.parse(table) as Field))].filter((sheet) => sheet.rows.length > 0)
      : await readXlsx(bytes)
    const { rows, problems } = importedTable(sheets, JSON.parse(table) as Field, '2026-11-23')
    said = { rows: rows.length, first: rows[0], problem: problems[0]?.message }
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'FILE_REFUSED')) throw error
    said = { refused: error.detail.userMessage }
  }
  const ms = performance.now() - started
  const peakKb = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
  process.stdout.write(JSON.stringify({ ...said, ms, peakMb: peakKb / 1024 }))
}

void main(process.argv.slice(2))
