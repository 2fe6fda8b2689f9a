import { join } from 'node:path'
import { toNotes, toRules } from '../../../scripts/convert-forms/checks'
import { toLogic } from '../../../scripts/convert-forms/conditions'
import { convertForms } from '../../../scripts/convert-forms/convert'
import { toField } from '../../../scripts/convert-forms/fields'
import { readSeed, type SeedCheck, type SeedCondition, type SeedField } from '../../../scripts/convert-forms/seed'

const ROOT = join(__dirname, '..', '..', '..')

test.each<readonly [SeedCondition, unknown]>([
  [{ field: 'a', op: 'eq', value: 'x' }, { '===': [{ var: 'form.a' }, 'x'] }],
  [{ field: 'a', op: 'eq', value: true }, { '===': [{ var: 'form.a' }, '1'] }],
  [{ field: 'a', op: 'ne', value: 'x' }, { '!==': [{ var: 'form.a' }, 'x'] }],
  [{ field: 'a', op: 'in', value: ['x', 'y'] }, { in: [{ var: 'form.a' }, ['x', 'y']] }],
  [{ field: 'a', op: 'contains', value: 'x' }, { in: ['x', { var: 'form.a' }] }],
  [{ field: 'a', op: 'gte', value: 3 }, { '>=': [{ var: 'form.a' }, 3] }],
  [{ field: 'a', op: 'filled' }, { filled: [{ var: 'form.a' }] }],
  [{ situation: 's', in: ['x'] }, { in: ['x', { var: 'situation.s' }] }],
  [
    { all: [{ situation: 's', in: ['x', 'y'] }, { not: { field: 'a', op: 'lt', value: 1 } }] },
    {
      and: [
        { or: [{ in: ['x', { var: 'situation.s' }] }, { in: ['y', { var: 'situation.s' }] }] },
        { '!': [{ '<': [{ var: 'form.a' }, 1] }] },
      ],
    },
  ],
  [{ any: [{ field: 'a', op: 'gt', value: 1 }] }, { or: [{ '>': [{ var: 'form.a' }, 1] }] }],
])('%j', (condition, logic) => expect(toLogic(condition)).toEqual(logic))

test('a condition that says nothing stops the conversion', () => {
  expect(() => toLogic({})).toThrow('condition without a field or situation')
  expect(() => toLogic({ field: 'a', op: 'eq' })).toThrow('condition without a value')
  expect(() => toLogic({ field: 'a', value: 1 })).toThrow('unknown operator')
})

const FIELD: SeedField = { id: 'f', label: '项', type: 'text' }

test('a regular expression becomes a named pattern, an unknown one stops the conversion', () => {
  expect(toField({ ...FIELD, constraints: { pattern: '^[0-9]{6}$', max_len: 6 } }).constraints).toEqual({
    pattern: 'zip',
    maxLength: 6,
  })
  expect(() => toField({ ...FIELD, constraints: { pattern: '^x$' } })).toThrow('no named pattern for ^x$')
})

test('defaults become texts, of several choices a list', () => {
  expect(toField({ ...FIELD, default: false }).default).toBe('0')
  expect(toField({ ...FIELD, default: 1 }).default).toBe('1')
  expect(toField({ ...FIELD, default: ['a'] }).default).toEqual(['a'])
})

const CHECK: SeedCheck = {
  id: 'c1',
  severity: 'error',
  message: '须一致',
  kind: 'field_eq',
  params: { field: 'f', value: 'x' },
  basis: '某条例',
  evidence: 'sourced_text',
}

test('what is only common knowledge becomes a warning', () => {
  const [sourced] = toRules('m', [CHECK])
  const [known] = toRules('m', [{ ...CHECK, evidence: 'knowledge' }])
  expect(sourced).toMatchObject({ evidence: 'sourced', outcome: { severity: 'error' }, message: '须一致' })
  expect(known).toMatchObject({ evidence: 'knowledge', outcome: { severity: 'warning' } })
})

test('the form of a cell that is only common knowledge is left to its rule: some chemicals have no CAS number', () => {
  const seed = readSeed(ROOT)
  const casOf = (evidence: SeedCheck['evidence']) => {
    const matters = seed.matters.map((matter) => ({
      ...matter,
      checks: matter.checks.map((check) => (check.kind === 'table_pattern' ? { ...check, evidence } : check)),
    }))
    const form = convertForms({ ...seed, matters }, ['hazchem-operation'])['hazchem-operation.json']
    const fields = form?.sections.flatMap((section) => section.fields)
    return fields?.find(({ id }) => id === 'chemicals')?.columns?.find(({ id }) => id === 'cas')?.constraints
  }
  expect(casOf('knowledge')).toEqual({ maxLength: 16 })
  expect(casOf('sourced_text')).toEqual({ maxLength: 16, pattern: 'cas-number' })
})

test('a manual check is a note and no rule; a check of an unknown kind stops the conversion', () => {
  const manual = { ...CHECK, kind: 'manual' }
  expect(toRules('m', [manual])).toEqual([])
  expect(toNotes([manual, CHECK])).toEqual(['须一致（某条例）'])
  expect(() => toRules('m', [{ ...CHECK, kind: 'magic' }])).toThrow('m.c1: no conversion for checks of kind magic')
  expect(() => toRules('m', [{ ...CHECK, params: {} }])).toThrow('m.c1: field is missing')
})

test('conditions of a check and of its kind are joined', () => {
  const when: SeedCondition = { field: 'a', op: 'eq', value: 'x' }
  const params = { situation: 's', equals: 'yes', material: 'm1' }
  expect(toRules('m', [{ ...CHECK, kind: 'material_required_if', params, when }])).toMatchObject([
    { when: { and: [{ '===': [{ var: 'form.a' }, 'x'] }, { in: ['yes', { var: 'situation.s' }] }] } },
  ])
})

test('a form whose provider id is missing stops the conversion', () => {
  const seed = readSeed(ROOT)
  expect(Object.keys(convertForms(seed, ['road-freight']))).toEqual([
    'road-freight.json',
    'road-freight.veh-promise.json',
    'authorization-letter.json',
    'tolerance-promise.json',
  ])
  const matters = seed.ids.matters.map((matter) => ({ ...matter, forms: {} }))
  expect(() => convertForms({ ...seed, ids: { ...seed.ids, matters } })).toThrow('no provider id for form app_form')
  expect(() => convertForms({ ...seed, matters: [] }, ['road-freight'])).toThrow('not found: road-freight')
})

test('the bound that a rule explains better is left to the rule', () => {
  const { sections, rules } = convertForms(readSeed(ROOT))['nurse-registration.json'] ?? { sections: [], rules: [] }
  const examDate = sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'exam_date')
  expect(examDate?.constraints).toEqual({ dateMax: 'today' })
  expect(rules.find(({ id }) => id === 'c3')?.marks).toEqual(['exam_date'])
})

test('also the bound of days ahead: whether an expired licence blocks is the rule’s to say', () => {
  const { sections, rules } = convertForms(readSeed(ROOT))['water-carrier-change-filing.json'] ?? {
    sections: [],
    rules: [],
  }
  const fields = sections.flatMap((section) => section.fields)
  expect(fields.find(({ id }) => id === 'licence_expire')).not.toHaveProperty('constraints')
  expect(rules.find(({ id }) => id === 'c4')).toMatchObject({
    marks: ['licence_expire'],
    outcome: { severity: 'warning' },
  })
  // No check speaks of the day on which a contract ends.
  const staff = fields.find(({ id }) => id === 'staff_in')
  expect(staff?.columns?.find(({ id }) => id === 'contract_end')?.constraints).toEqual({ dateMin: 'today' })
})

test('the first day of a cell that is only common knowledge is left to its rule, one that has a source stays', () => {
  const columnOf = (file: string, table: string, id: string) => {
    const fields = convertForms(readSeed(ROOT))[file]?.sections.flatMap((section) => section.fields)
    return fields?.find((field) => field.id === table)?.columns?.find((column) => column.id === id)
  }
  expect(columnOf('water-supply-hygiene.json', 'staff_list', 'health_expire')).toEqual({
    id: 'health_expire',
    label: '有效期至',
    type: 'date',
    required: true,
  })
  expect(columnOf('commercial-performance.json', 'sessions', 'date')?.constraints).toEqual({ dateMin: 'today+3d' })
})
