import {
  type Answers,
  type Field,
  fieldsOf,
  type FormSchema,
  type Rule,
  submittedAnswers,
  validateForm,
  visibleForm,
} from '../../../miniprogram/shared/form'
import { contextOf } from './form-of'

const FIELDS = ['count', 'a', 'b', 'c', 'd'].map((id): Field => ({
  id,
  label: id,
  type: id === 'count' ? 'number' : 'text',
}))

function formWith(rules: readonly Partial<Rule>[], change: Readonly<Record<string, Partial<Field>>> = {}): FormSchema {
  return {
    formId: 'F',
    version: '1.0',
    title: '表',
    sections: [{ id: 's', title: '节', fields: FIELDS.map((field) => ({ ...field, ...change[field.id] })) }],
    rules: rules.map((rule, i) => ({
      id: `r${i}`,
      holds: false,
      reads: [],
      marks: [],
      message: `规则${i}`,
      outcome: { kind: 'problem', severity: 'error' },
      evidence: 'sourced_text',
      ...rule,
    })),
    notes: [],
  }
}

test('a count of working days beyond the published holidays is called an estimate, the others are not', () => {
  const schema = formWith([
    { holds: { '>=': [{ workingDays: ['2026-10-02', { var: 'today' }] }, 5] } },
    { holds: false },
  ])
  const counted = (publishedUntil: string) =>
    validateForm(
      schema,
      contextOf({}),
      Object.assign(() => 4, { publishedUntil }),
    ).map(({ message }) => message)
  expect(counted('2026-11-02')).toEqual(['规则0', '规则1'])
  expect(counted('2026-11-01')).toEqual(['规则0（放假安排尚未公布，工作日为预计，以窗口为准）', '规则1'])
})

const codes = (schema: FormSchema, form: Answers, calendar?: () => number): string[] =>
  validateForm(schema, contextOf(form), calendar).map(({ code }) => code)

test('a rule waits until the fields that it reads are filled and fine in themselves', () => {
  const schema = formWith([{ reads: ['count'], holds: { '>=': [{ var: 'form.count' }, 5] } }], {
    count: { constraints: { max: 10 } },
  })
  expect(codes(schema, {})).toEqual([])
  expect(codes(schema, { count: 4 })).toEqual(['rule:r0'])
  expect(codes(schema, { count: 5 })).toEqual([])
  expect(codes(schema, { count: -1e13 })).toEqual(['min'])
})

test('a rule marks its first field with its own severity and message', () => {
  const schema = formWith([{ marks: ['b', 'a'], outcome: { kind: 'problem', severity: 'warning' } }])
  expect(validateForm(schema, contextOf({}))).toEqual([
    { field: 'b', severity: 'warning', code: 'rule:r0', message: '规则0' },
  ])
})

test('a rule speaks beside the first field that is shown, for nobody finds what stands beside a hidden one', () => {
  const schema = formWith([{ marks: ['a', 'b'] }], { a: { showWhen: { '===': [{ var: 'form.c' }, 'yes'] } } })
  const places = (form: Answers) => validateForm(schema, contextOf(form)).map(({ field }) => field)
  expect(places({ c: 'yes' })).toEqual(['a'])
  expect(places({ c: 'no' })).toEqual(['b'])
  const both = { showWhen: false }
  expect(validateForm(formWith([{ marks: ['a', 'b'] }], { a: both, b: both }), contextOf({}))).toHaveLength(1)
})

test('a rule that cannot be judged is a defect with its severity, never a pass; others go on', () => {
  const schema = formWith([{ holds: { param: ['x'] } }, { when: { nonsense: [] }, holds: true }, { holds: false }])
  expect(validateForm(schema, contextOf({})).map(({ code, severity }) => [code, severity])).toEqual([
    ['defect:r0', 'error'],
    ['defect:r1', 'error'],
    ['rule:r2', 'error'],
  ])
})

test('a rule over working days waits for the server, and is judged there', () => {
  const schema = formWith([{ holds: { '>=': [{ workingDays: ['2026-11-02', '2026-11-06'] }, 5] } }])
  expect(codes(schema, {})).toEqual([])
  expect(codes(schema, {}, () => 4)).toEqual(['rule:r0'])
  expect(codes(schema, {}, () => 5)).toEqual([])
})

test('an effect arises when it holds; it is told, and stands in nobody’s way', () => {
  const schema = formWith([
    { reads: ['a'], holds: true, outcome: { kind: 'effect', effect: 'redirect', value: 'M01' } },
    { holds: false, outcome: { kind: 'effect', effect: 'authority', value: 'city' } },
  ])
  expect(validateForm(schema, contextOf({}))).toEqual([])
  expect(validateForm(schema, contextOf({ a: '有' }))).toEqual([
    { field: '', severity: 'info', code: 'effect:r0', message: '规则0' },
  ])
})

describe('hiding', () => {
  const when = (id: string) => ({ showWhen: { filled: [{ var: `form.${id}` }] } })
  const chain = formWith([{ reads: ['d'], holds: false }], {
    b: when('a'),
    c: when('b'),
    d: { ...when('c'), required: true },
  })
  const all = { a: '1', b: '2', c: '3', d: '4' }

  test('hiding one field hides those behind it, and their rules', () => {
    expect([...visibleForm(chain, contextOf(all)).ids]).toEqual(['count', 'a', 'b', 'c', 'd'])
    expect(codes(chain, all)).toEqual(['rule:r0'])
    const without = { ...all, a: '' }
    expect([...visibleForm(chain, contextOf(without)).ids]).toEqual(['count', 'a'])
    expect(codes(chain, without)).toEqual([])
    expect(submittedAnswers(chain, contextOf(without))).toEqual({})
  })
  test('a required field that is shown and empty is asked for', () => {
    expect(codes(chain, { ...all, d: null })).toEqual(['required'])
  })
  test('a section is hidden with its fields', () => {
    const schema: FormSchema = {
      ...chain,
      sections: [
        ...chain.sections,
        {
          id: 't',
          title: '二',
          showWhen: false,
          fields: [{ ...when('a'), id: 'e', label: 'e', type: 'text', required: true }],
        },
      ],
    }
    expect(visibleForm(schema, contextOf(all)).sections.map(({ id }) => id)).toEqual(['s'])
    expect(fieldsOf(schema)).toHaveLength(6)
  })
  test('a condition that cannot be judged shows the field and requires nothing', () => {
    const broken = formWith([], { b: { showWhen: { nonsense: [] } }, c: { requiredWhen: { nonsense: [] } } })
    expect(visibleForm(broken, contextOf({})).ids.has('b')).toBe(true)
    expect(codes(broken, {})).toEqual([])
  })
  test('a field type that this version does not know is told, and does not break the form', () => {
    const schema = JSON.parse(
      JSON.stringify(formWith([], { b: { required: true } })).replace('"text","required"', '"hologram","required"'),
    ) as FormSchema
    expect(codes(schema, { b: 'x' })).toEqual(['type'])
  })
})
