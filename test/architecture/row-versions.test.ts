import { ROOT } from '../../scripts/build/paths'
import { breaksOf } from '../../scripts/shapes/compare'
import { type RecordedRows } from '../../scripts/shapes/recorded'
import { rowShapes } from '../../scripts/shapes/row-shapes'
import rows from '../contract/rows.json'

const recorded = rows as unknown as RecordedRows
const today = Object.entries(rowShapes(ROOT))

/** What to do, for whoever changed a row. */
const advice = (collection: string, file: string, version: number): string =>
  [
    `Rows of ${collection} are not what is recorded of version ${version} (test/contract/rows.json).`,
    `Such rows are stored: add a step to the upgrades in ${file} that makes today's rows of them,`,
    `then run "npx tsx scripts/record-shapes.ts rows".`,
    `(Only when no release has written version ${version} yet: take it out of the file and run that.)`,
  ].join('\n')

test('the recorded collections are those of the stores', () => {
  expect(today.map(([name]) => name)).toEqual(Object.keys(recorded).sort())
})

test.each(today)('%s: a row type changes with a new step only', (collection, { file, version, row }) => {
  const known = recorded[collection]?.[version]
  if (!known) throw new Error(`Run "npx tsx scripts/record-shapes.ts rows": ${collection} has a version ${version}.`)
  const changed = [...breaksOf(row, known, { exact: true }), ...breaksOf(known, row, { exact: true })]
  if (changed.length > 0) throw new Error(`${advice(collection, file, version)}\n${changed.join('\n')}`)
})

test.each(today)('%s: what is not there has a value, too', (_collection, { row: { shape, types } }) => {
  const fields = typeof shape === 'object' && 'type' in shape ? types[shape.type] : shape
  expect(fields).toHaveProperty('object._id', 'string')
  expect(Object.keys((fields as { object: object }).object).filter((field) => field.endsWith('?'))).toEqual([])
})

const steps = today.flatMap(([collection, { steps: taken }]) =>
  taken.map((step, version) => [collection, version, step] as const),
)

test('some steps are there', () => {
  expect(steps.length).toBeGreaterThanOrEqual(3)
})

test.each(steps)('%s: the step takes the rows that were written as version %i', (collection, version, step) => {
  const written = recorded[collection]?.[version]
  expect(written && breaksOf(written, step)).toEqual([])
})
