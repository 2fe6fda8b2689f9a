import fc from 'fast-check'
import {
  applyPatch,
  byteSize,
  diffRows,
  LARGEST_TABLE,
  spliceRows,
  type FormSchema,
  type TableRow,
} from '../../../miniprogram/shared/form'

const row = fc.record({ plate: fc.constantFrom('津A', '津B', '津C'), seats: fc.constantFrom(1, 2, null) })
const rows = fc.array(row, { maxLength: 12 })
const count = (splices: ReturnType<typeof diffRows>): number =>
  splices.reduce((sum, { insert }) => sum + insert.length, 0)

test('the changes of a table lead from one to the other, whatever they are', () => {
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      expect(spliceRows(before, diffRows(before, after))).toEqual(after)
    }),
  )
})

test('only what changed travels: one row of 200 is one row', () => {
  const table: TableRow[] = Array.from({ length: 200 }, (_, i) => ({ plate: `津A${i}`, seats: i }))
  const changed = table.map((it, i) => (i === 7 || i === 150 ? { ...it, seats: -1 } : it))
  expect(diffRows(table, changed)).toEqual([
    { at: 7, remove: 1, insert: [changed[7]] },
    { at: 150, remove: 1, insert: [changed[150]] },
  ])
  expect(diffRows(table, [...table.slice(0, 3), ...table.slice(4)])).toEqual([{ at: 3, remove: 1, insert: [] }])
  expect(count(diffRows(table, [...table, { plate: '津Z', seats: 1 }]))).toBe(1)
  expect(
    diffRows(
      table,
      table.map((it) => ({ seats: it['seats'] ?? null, plate: it['plate'] ?? null })),
    ),
  ).toEqual([])
})

test.each([
  [{ at: 3, remove: 0, insert: [] }],
  [{ at: 1, remove: 2, insert: [] }],
  [{ at: -1, remove: 0, insert: [] }],
  [{ at: 0.5, remove: 0, insert: [] }],
  [{ at: 0, remove: -1, insert: [] }],
])('%j does not fit a table of two rows', (splice) => {
  expect(spliceRows([{ a: 1 }, { a: 2 }], [splice])).toBeNull()
})

const SCHEMA: FormSchema = {
  formId: 'F',
  version: '1.0',
  title: '表',
  sections: [
    {
      id: 's',
      title: '节',
      fields: [
        { id: 'name', label: '名称', type: 'text' },
        { id: 'cars', label: '车辆', type: 'table', columns: [{ id: 'plate', label: '车牌', type: 'text' }] },
      ],
    },
  ],
  rules: [],
  notes: [],
}

test('a patch of rows tidies its cells, keeps the rest, and names the field that it does not fit', () => {
  const before = { name: '甲', cars: [{ plate: '津A1' }, { plate: '津A2' }] }
  const inserted = applyPatch(SCHEMA, before, {
    answers: { name: '乙' },
    rows: { cars: [{ at: 1, remove: 1, insert: [{ plate: ' 津A3 ' }, { plate: null }] }] },
  })
  expect(inserted).toEqual({
    answers: { name: '乙', cars: [{ plate: '津A1' }, { plate: '津A3' }, { plate: null }] },
    problems: [],
  })
  const all = applyPatch(SCHEMA, before, { answers: {}, rows: { cars: [{ at: 0, remove: 2, insert: [] }] } })
  expect(all.answers).toEqual({ name: '甲', cars: null })
  const refused = (patch: Parameters<typeof applyPatch>[2]) =>
    applyPatch(SCHEMA, before, patch).problems.map(({ field, code }) => [field, code])
  expect(refused({ answers: {}, rows: { cars: [{ at: 9, remove: 0, insert: [] }] } })).toEqual([['cars', 'rows']])
  expect(refused({ answers: {}, rows: { name: [{ at: 0, remove: 0, insert: [] }] } })).toEqual([['name', 'rows']])
  expect(refused({ answers: {}, rows: { gone: [] } })).toEqual([['gone', 'rows']])
  const long = [{ at: 0, remove: 0, insert: [{ plate: '长'.repeat(20_000) }] }]
  expect(refused({ answers: {}, rows: { cars: long } })).toEqual([['cars', 'size']])
  const many = Array.from({ length: LARGEST_TABLE }, () => ({ plate: '津' }))
  expect(refused({ answers: {}, rows: { cars: [{ at: 0, remove: 0, insert: many }] } })).toEqual([['cars', 'size']])
})

test('bytes are counted as UTF-8 does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = JSON.stringify(text)
      expect(byteSize(json)).toBe(Buffer.byteLength(json))
    }),
  )
})
