import fc from 'fast-check'
import { importable } from '../../../cloudfunctions/domain/table/imported'
import { csvTemplate } from '../../../cloudfunctions/domain/table/template-csv'
import { xlsxTemplate } from '../../../cloudfunctions/domain/table/template-xlsx'
import { allForms } from '../../../cloudfunctions/matters/forms'
import {
  type CellValue,
  type Field,
  fieldsOf,
  hasRows,
  isFilled,
  kindOf,
  type TableRow,
} from '../../../miniprogram/shared/form'
import { VEHICLES } from './files'
import { fromCsv, fromXlsx } from './read-files'

/** What stands in the rows of a form's table comes back as it was, whichever file carried it. */

const TABLES = [VEHICLES, ...allForms().flatMap((form) => fieldsOf(form).filter(hasRows))]

/** Texts that a file, a spreadsheet program or our own import might take for something else. */
const NASTY = [
  ...[
    '=1+1',
    '+86 130 0000 0101',
    '-5',
    '@SUM(A1)',
    "'=1+1",
    "''=x",
    "'",
    "''",
    "'同上",
    '=合计',
    '_x0041_',
    '_x005F_x0041_',
  ],
  ...[
    '同上',
    '同 上行',
    '〃',
    '"',
    '“',
    '同左',
    '合计',
    '甲方小计：',
    'Total',
    '备注：x',
    '填表人：甲',
    '以下空白',
    '（说明）x',
  ],
  ...['（千克）', '007', '60%', '1,234', '1.50', '2026-11-02', '45000', 'TRUE', 'null', '0', '1', '甲', 'A'],
  ...['a,b', 'a;b;c;d', 'a\tb', '"引号"', '两行\n文字', '\\n', '#REF!', '😀', '𠮷', '<b>&amp;</b>', ']]>', 'sep=;'],
]
const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ maxLength: 12 }),
  // U+FFFD is what is left of a broken character: it is named.
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter((one) => !one.includes('\uFFFD')),
)
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
/** As a double holds them exactly enough: six decimals, fifteen digits. */
const amount = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))

function answerOf(column: Field): fc.Arbitrary<CellValue> {
  const options = (column.options ?? []).map(({ value }) => value)
  switch (kindOf(column.type).shape(column).kind) {
    case 'number':
      return amount.map(([digits, decimals]) => digits / 10 ** decimals)
    case 'choice':
      return fc.constantFrom(...(options.length > 0 ? options : ['1', '0']))
    case 'choices':
      return fc.subarray(options, { minLength: 1 })
    case 'day':
      return day
    case 'range':
      return fc.tuple(day, day, fc.constantFrom('', 'begin', 'end')).map(([begin, end, without]) => ({
        begin: without === 'begin' ? '' : begin,
        end: without === 'end' ? '' : end,
      }))
    default:
      return text.map((typed) => {
        const kept = kindOf(column.type).normalize(typed, column)
        return kept.ok && typeof kept.value === 'string' ? kept.value : null
      })
  }
}

function rowsOf(table: Field): fc.Arbitrary<TableRow[]> {
  const columns = importable(table).map((column) => [column.id, fc.option(answerOf(column), { freq: 6 })] as const)
  const row = fc.record(Object.fromEntries(columns)).filter((cells) => Object.values(cells).some(isFilled))
  return fc.array(row, { minLength: 1, maxLength: Math.min(5, table.constraints?.maxRows ?? 5) })
}

const named = TABLES.map((table) => [`${table.label} (${table.id})`, table] as const)

test('the tables of the forms are there', () => {
  expect(TABLES.length).toBeGreaterThan(40)
})

test.each(named)('%s: rows in CSV come back', async (_, table) => {
  await fc.assert(
    fc.asyncProperty(rowsOf(table), async (rows) => {
      const { rows: back } = await fromCsv(await csvTemplate(table, rows), table)
      expect(back).toEqual(rows)
    }),
    { numRuns: 12 },
  )
})

test.each(named)('%s: rows in XLSX come back', async (_, table) => {
  const few = { ...table, constraints: { ...table.constraints, maxRows: 5 } }
  await fc.assert(
    fc.asyncProperty(rowsOf(few), async (rows) => {
      const { rows: back } = await fromXlsx(await xlsxTemplate(few, rows), few)
      expect(back).toEqual(rows)
    }),
    { numRuns: 2 },
  )
})
