import fc from 'fast-check'
import {
  type Answers,
  type AnswerValue,
  type Field,
  holdsFiles,
  kindOf,
  type TableRow,
} from '../../../miniprogram/shared/form'
import { TODAY } from '../../shared/fixtures/context'

const NOON = Date.parse(`${TODAY}T04:00:00Z`)

/** Texts as people type and paste them, right and wrong. */
const anyText = fc.oneof(
  fc.constantFrom(
    '天津虚构公司',
    ' 陆明棠 ',
    '１２０１１６',
    '津Ａ12345',
    '22：30',
    '😀',
    '<script>alert(1)</script>',
    '𠮷野',
  ),
  fc.constantFrom(
    'x\u0000y',
    '一\u200b二',
    '长'.repeat(3000),
    '13000000102',
    '022-12345678',
    'a@b.cn',
    '12011619800214002X',
  ),
  fc.string({ maxLength: 40 }),
)
const anyNumber = fc.oneof(
  fc.integer({ min: -2, max: 30_000 }),
  fc.constantFrom(0.1, 54.999999, 55.5, 1e13, '１５', ' 4500 '),
)
const anyDay = fc.oneof(
  fc.integer({ min: -40_000, max: 800 }).map((days) => dayAfter(days)),
  fc.constantFrom('2026-11-02', '2026-05-02', '2026-02-30', '2027-06-07', '明天'),
)
/** A day counted from the day of the fixtures. */
const dayAfter = (days: number): string => new Date(NOON + days * 86_400_000).toISOString().slice(0, 10)

/** Values that a page can hold for a field; what no page can hold (another JSON shape) is in field-types.test.ts. */
function valueOf(field: Field, base: AnswerValue): fc.Arbitrary<unknown> {
  if (holdsFiles(field)) return fc.constantFrom(base, [])
  const shape = kindOf(field.type).shape(field)
  switch (shape.kind) {
    case 'number':
      return anyNumber
    case 'day':
      return anyDay
    case 'range':
      return fc.record({ begin: anyDay, end: anyDay })
    case 'choice':
      return fc.constantFrom(...shape.options, ...(field.options ? ['gone'] : []))
    case 'choices':
      return fc.subarray([...shape.options, 'gone'])
    case 'rows':
      return rowsOf(field, Array.isArray(base) ? (base as readonly TableRow[]) : [])
    default:
      return anyText
  }
}

/** Rows of the fixture, again and again, with cells changed and emptied. */
function rowsOf(field: Field, base: readonly TableRow[]): fc.Arbitrary<unknown> {
  const row = fc
    .constantFrom(...(base.length > 0 ? base : [{}]))
    .chain((start) => changed(field.columns ?? [], start, 12))
  return fc.array(row, { maxLength: 4 })
}

/** The fixture's answers with some of them changed: one field in `rarity`, so that the rules behind them are reached. */
export function changed(
  fields: readonly Field[],
  base: Answers,
  rarity: number,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const keep = (value: AnswerValue): fc.Arbitrary<unknown> => fc.constant(value)
  return fc.record(
    Object.fromEntries(
      fields.map((field) => {
        const own = base[field.id] ?? null
        return [
          field.id,
          fc.oneof(
            { weight: 5 * rarity, arbitrary: keep(own) },
            { weight: 5, arbitrary: valueOf(field, own) },
            { weight: 1, arbitrary: keep(null) },
          ),
        ] as const
      }),
    ),
  )
}
