import {
  fieldsOf,
  type FormContext,
  type FormSchema,
  hasRows,
  isRequired,
  type TableRow,
  validateForm,
  visibleForm,
} from '../../../miniprogram/shared/form'
import { folderOf, formOfMaterial, isNeeded } from '../../support/matters'
import { TODAY, withForm } from '../fixtures/context'
import { MATTER_FIXTURES } from '../fixtures/matters'

const DAYS = ['2026-11-02', '2026-08-31', '2028-02-29', '2027-01-01']

const AUTHORIZATION = 'shared/authorization-letter'

const blocking = (schema: FormSchema, context: FormContext): readonly string[] =>
  validateForm(schema, context)
    .filter(({ severity }) => severity !== 'info')
    .map(({ field, code }) => `${field} ${code}`)

describe.each(MATTER_FIXTURES.map((fixture) => [fixture.slug, fixture] as const))('%s', (_slug, fixture) => {
  const { schema, minimal, maximal, notInMaximal, invalid } = fixture
  /** What is said about a field when its answer is taken away. */
  const codesWithout = (context: FormContext, id: string): readonly string[] =>
    validateForm(schema, withForm(context, { [id]: null }))
      .filter(({ field, code }) => field === id && code === 'required')
      .map(({ code }) => code)

  test('minimal: no problem, and there is one without any of its answers', () => {
    expect(blocking(schema, minimal)).toEqual([])
    for (const id of Object.keys(minimal.form)) {
      expect([id, blocking(schema, withForm(minimal, { [id]: null }))]).not.toEqual([id, []])
    }
  })

  test.each([
    ['minimal', minimal],
    ['maximal', maximal],
  ])('%s: every required field and cell is missed when it is empty', (_name, context) => {
    const { ids: shown, context: seen } = visibleForm(schema, context)
    const fields = fieldsOf(schema).filter(({ id }) => shown.has(id))
    for (const field of fields.filter((one) => isRequired(one, seen))) {
      expect([field.id, codesWithout(context, field.id)]).toEqual([field.id, ['required']])
    }
    for (const { id: table, columns = [] } of fields.filter(hasRows)) {
      const [first, ...rest] = (context.form[table] ?? []) as readonly TableRow[]
      for (const { id } of first ? columns.filter(({ required }) => required === true) : []) {
        const problems = validateForm(schema, withForm(context, { [table]: [{ ...first, [id]: null }, ...rest] }))
        const codes = problems.filter(({ field }) => field === `${table}[0].${id}`).map(({ code }) => code)
        expect([table, id, codes]).toEqual([table, id, ['required']])
      }
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
    ).toEqual(notInMaximal)
  })

  test('maximal: every cell of every table is filled, in several rows', () => {
    for (const field of fieldsOf(schema).filter((one) => hasRows(one) && !notInMaximal.includes(one.id))) {
      const rows = (maximal.form[field.id] ?? []) as readonly TableRow[]
      const cells = rows.map((row) => Object.values(row).filter((cell) => cell !== null).length)
      expect([field.id, cells.length > 1]).toEqual([field.id, true])
      expect([field.id, new Set(cells)]).toEqual([field.id, new Set([field.columns?.length])])
    }
  })

  test('invalid: exactly the expected problems, in order', () => {
    expect(validateForm(schema, invalid.context)).toEqual(invalid.problems)
  })

  test.each(DAYS)('minimal and maximal answers are valid on %s', (today) => {
    expect(blocking(schema, { ...minimal, today, form: fixture.minimalAnswers(today) })).toEqual([])
    expect(blocking(schema, { ...maximal, today, form: fixture.maximalAnswers(today) })).toEqual([])
  })

  test.each([
    ['minimal', minimal, fixture.minimalForms ?? {}],
    ['maximal', maximal, fixture.otherForms],
  ])(
    '%s: the situation asks for the declaration form and exactly these others, which have no problem',
    (_name, context, others) => {
      const { materials } = folderOf(fixture.slug).guide
      const asked = materials.filter((material) => {
        if (material.form === undefined || !isNeeded(material, context.situation)) return false
        // A letter of authorisation that no situation decides about goes with somebody who acts for the applicant.
        const isFree = material.form === AUTHORIZATION && material.necessity === 'optional'
        return !isFree || context.form['agent_role'] === 'agent'
      })
      expect(asked.map(({ key }) => key).sort()).toEqual(['app_form', ...Object.keys(others)].sort())
      for (const [key, answers] of Object.entries(others)) {
        const material = materials.find((one) => one.key === key)
        const form = material && formOfMaterial(fixture.slug, material)
        if (!form) throw new Error(`${key} is no form`)
        for (const today of [TODAY, ...DAYS]) {
          expect([key, blocking(form, { ...context, today, form: answers(today) })]).toEqual([key, []])
        }
      }
    },
  )
})
