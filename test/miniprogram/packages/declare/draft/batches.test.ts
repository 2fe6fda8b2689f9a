import fc from 'fast-check'
import { BATCH_BYTES, inBatches } from '../../../../../miniprogram/packages/declare/draft/batches'
import type { FormPatch } from '../../../../../miniprogram/shared/domain/declaration'
import { diffRows, spliceRows, type TableRow } from '../../../../../miniprogram/shared/form'

const row = fc.record({ plate: fc.string({ maxLength: 6 }), note: fc.constantFrom('字', null) })
const rows = fc.array(row, { maxLength: 15 })

test('batches of any size, applied in order, make the same table', () => {
  fc.assert(
    fc.property(rows, rows, fc.integer({ min: 1, max: 900 }), (before, after, limit) => {
      const splices = diffRows(before, after)
      const batches = inBatches([{ materialId: 'M', answers: {}, rows: { cars: splices } }], limit)
      const result = batches
        .flatMap(([patch]) => patch?.rows?.['cars'] ?? [])
        .reduce<readonly TableRow[] | null>((table, splice) => table && spliceRows(table, [splice]), before)
      expect(result).toEqual(after)
    }),
  )
})

test('a small change is one call, as it was; no change is none', () => {
  const patch: FormPatch = {
    materialId: 'M',
    answers: { name: '甲' },
    rows: { cars: [{ at: 3, remove: 1, insert: [] }] },
  }
  expect(inBatches([patch])).toEqual([[patch]])
  expect(inBatches([])).toEqual([])
})

test('every batch of 500 rows with ten columns stays below its limit, and there are no more of them than needed', () => {
  const insert = Array.from({ length: 500 }, (_, i) =>
    Object.fromEntries(Array.from({ length: 10 }, (__, c) => [`column${c}`, `第${i}行第${c}列的内容`])),
  )
  const batches = inBatches([{ materialId: 'M', answers: {}, rows: { cars: [{ at: 0, remove: 0, insert }] } }])
  const sizes = batches.map((batch) => Buffer.byteLength(JSON.stringify(batch)))
  expect(Math.max(...sizes)).toBeLessThan(BATCH_BYTES)
  const whole = Buffer.byteLength(JSON.stringify(insert))
  expect(batches.length).toBeLessThanOrEqual(Math.ceil((whole / BATCH_BYTES) * 1.6))
})
