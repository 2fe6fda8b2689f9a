import {
  fieldsOf,
  type FormContext,
  type FormSchema,
  type Problem,
  type TableRow,
  validateForm,
  visibleForm,
} from '../../../miniprogram/shared/form'
import { withForm } from '../fixtures/context'
import * as night from '../fixtures/night-construction'
import * as nurse from '../fixtures/nurse-registration'
import * as freight from '../fixtures/road-freight'

interface Fixtures {
  readonly schema: FormSchema
  readonly minimal: FormContext
  readonly maximal: FormContext
  readonly NOT_IN_MAXIMAL: readonly string[]
  readonly invalid: { readonly context: FormContext; readonly problems: readonly Problem[] }
}

const MATTERS: readonly (readonly [string, Fixtures])[] = [
  ['road-freight', freight],
  ['night-construction', night],
  ['nurse-registration', nurse],
]

const DAYS = ['2026-11-02', '2026-08-31', '2028-02-29', '2027-01-01']

const blocking = (schema: FormSchema, context: FormContext): readonly string[] =>
  validateForm(schema, context)
    .filter(({ severity }) => severity !== 'info')
    .map(({ field, code }) => `${field} ${code}`)

describe.each(MATTERS)('%s', (_slug, { schema, minimal, maximal, NOT_IN_MAXIMAL, invalid }) => {
  test('minimal: no problem, and without any one answer that is required there is one', () => {
    expect(validateForm(schema, minimal)).toEqual([])
    for (const id of Object.keys(minimal.form)) {
      const codes = validateForm(schema, withForm(minimal, { [id]: null })).map(({ code }) => code)
      expect([id, codes.includes('required')]).toEqual([id, true])
    }
  })

  test('maximal: no problem, and every field that is shown is filled', () => {
    expect(blocking(schema, maximal)).toEqual([])
    const { ids, context } = visibleForm(schema, maximal)
    expect([...ids].filter((id) => context.form[id] === null)).toEqual([])
    expect(
      fieldsOf(schema)
        .filter(({ id }) => (maximal.form[id] ?? null) === null)
        .map(({ id }) => id),
    ).toEqual(NOT_IN_MAXIMAL)
  })

  test('maximal: every cell of every table is filled, in several rows', () => {
    for (const field of fieldsOf(schema).filter(({ type, id }) => type === 'table' && !NOT_IN_MAXIMAL.includes(id))) {
      const rows = (maximal.form[field.id] ?? []) as readonly TableRow[]
      const cells = rows.map((row) => Object.values(row).filter((cell) => cell !== null).length)
      expect([field.id, cells.length > 1]).toEqual([field.id, true])
      expect([field.id, new Set(cells)]).toEqual([field.id, new Set([field.columns?.length])])
    }
  })

  test('invalid: exactly the expected problems, in order', () => {
    expect(validateForm(schema, invalid.context)).toEqual(invalid.problems)
  })
})

test.each(DAYS)('minimal and maximal answers are valid on %s', (today) => {
  const signatures = { org: 'a', applicant: 'b' }
  for (const [schema, base, form] of [
    [freight.schema, freight.minimal, freight.minimalAnswers(today, 'a')],
    [freight.schema, freight.maximal, freight.maximalAnswers(today, 'a')],
    [night.schema, night.minimal, night.minimalAnswers(today, 'a')],
    [night.schema, night.maximal, night.maximalAnswers(today, 'a')],
    [nurse.schema, nurse.minimal, nurse.minimalAnswers(today, signatures)],
  ] as const) {
    expect(blocking(schema, { ...base, today, form })).toEqual([])
  }
})
