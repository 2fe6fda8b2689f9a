import type { Field, FormSchema, Logic, Rule, Section } from '../../../miniprogram/shared/form'
import { lintForm } from '../../../miniprogram/shared/form/lint'

const FIELDS: readonly Field[] = [
  { id: 'kind', label: '类别', type: 'single_choice', options: options('first', 'renew') },
  { id: 'scope', label: '范围', type: 'multi_choice', options: options('a', 'b') },
  { id: 'agree', label: '同意', type: 'boolean' },
  { id: 'count', label: '数量', type: 'number' },
  { id: 'name', label: '名称', type: 'text' },
  { id: 'id_type', label: '证件类型', type: 'single_choice', options: [{ value: 'pass', label: '护照' }] },
  { id: 'id_no', label: '证件', type: 'id_card', constraints: { documentType: 'id_type' } },
  { id: 'day', label: '日期', type: 'date' },
  { id: 'period', label: '期限', type: 'daterange' },
  {
    id: 'cars',
    label: '车辆',
    type: 'table',
    columns: [
      { id: 'plate', label: '车牌', type: 'text' },
      { id: 'mass', label: '质量', type: 'number' },
    ],
  },
]

const RULE: Rule = {
  id: 'r1',
  holds: true,
  reads: [],
  marks: [],
  message: '请核对',
  outcome: { kind: 'problem', severity: 'error' },
  evidence: 'sourced_text',
}

const VOCABULARY = { situations: { type: ['new'] }, materials: ['photo'], parameters: { limit: 1 } }

function options(...values: string[]) {
  return values.map((value) => ({ value, label: value }))
}

function form(
  fields: readonly Field[] = FIELDS,
  rules: readonly Rule[] = [],
  section: Partial<Section> = {},
): FormSchema {
  return {
    formId: 'F',
    version: '1.0',
    title: '表',
    sections: [{ id: 's', title: '节', fields, ...section }],
    rules,
    notes: [],
  }
}

const complaints = (schema: FormSchema): string[] =>
  lintForm(schema, VOCABULARY).map(({ at, message }) => `${at}: ${message}`)
const field = (id: string): Logic => ({ var: `form.${id}` })
const TODAY: Logic = { var: 'today' }

test('a sound form has no defects', () => {
  expect(complaints(form(FIELDS, [RULE]))).toEqual([])
})

test('a note is told when a condition over this form holds', () => {
  const noted = (when: Logic): FormSchema => ({ ...form(), notes: [{ text: '一句话', when }] })
  expect(complaints(noted({ '===': [field('kind'), 'renew'] }))).toEqual([])
  expect(complaints(noted({ '===': [field('nothing'), 'renew'] }))).toEqual([
    expect.stringMatching(/^notes\.0\.when: /),
  ])
})

const SHIFT = "shift needs a step such as '-6m', or a number and d, m or y"

const SOUND: readonly Logic[] = [
  { '===': [field('kind'), 'renew'] },
  { '===': [field('agree'), '1'] },
  { in: [field('kind'), ['first', 'renew']] },
  { in: ['a', field('scope')] },
  { in: ['new', { var: 'situation.type' }] },
  { '>=': [{ var: 'attachments.photo' }, 1] },
  { '>=': [{ days: [TODAY, { var: 'form.period.end' }] }, { param: ['limit'] }] },
  { '>=': [field('day'), { shift: [TODAY, '-6m'] }] },
  { '>=': [field('day'), { shift: [TODAY, { '-': [0, { param: ['limit'] }] }, 'm'] }] },
  { '<=': [{ sum: [field('cars'), 'mass'] }, { '*': [field('count'), 2] }] },
  { all: [field('cars'), { '>': [{ var: 'mass' }, 0] }] },
  { all: [field('scope'), { '!==': [{ var: '' }, 'b'] }] },
  { some: [{ filter: [field('cars'), { '>': [{ var: 'mass' }, 0] }] }, { filled: [{ var: 'plate' }] }] },
  { '>=': [{ age: [field('id_no')] }, 18] },
  { and: [{ matches: [field('name'), 'zip'] }, { distinct: [field('cars'), 'plate'] }, { '!': [field('name')] }] },
  { if: [{ filled: [field('name')] }, true, { '===': [{ var: 'account.real_name' }, field('name')] }] },
]

test.each(SOUND)('%j is sound', (logic) => {
  const reads = FIELDS.map(({ id }) => id)
  expect(complaints(form(FIELDS, [{ ...RULE, holds: logic, reads }]))).toEqual([])
})

const BROKEN: readonly (readonly [Logic, string])[] = [
  [{ '==': [field('count'), 1] }, '== is loose: write ==='],
  [{ '!=': [field('count'), 1] }, '!= is loose: write !=='],
  [{ and: [{ log: 'x' }] }, 'operator log is not allowed'],
  [{ toString: [] }, 'operator toString is not allowed'],
  [{ '<': [1, 2], '>': [1, 2] }, 'an expression has exactly one operator'],
  [{}, 'an expression has exactly one operator'],
  [{ filled: [field('nothing')] }, 'nothing is called form.nothing'],
  [{ filled: [{ var: 'form.name.length' }] }, 'nothing is called form.name.length'],
  [{ filled: [{ var: 'form.period.middle' }] }, 'nothing is called form.period.middle'],
  [{ filled: [{ var: 'process.env' }] }, 'nothing is called process.env'],
  [{ filled: [{ var: '' }] }, 'nothing is called ""'],
  [{ filled: [{ var: 'situation.nothing' }] }, 'nothing is called situation.nothing'],
  [{ filled: [{ var: 'attachments.nothing' }] }, 'nothing is called attachments.nothing'],
  [{ filled: [{ var: ['form.name', 1] }] }, 'var takes one path'],
  [{ '===': [field('kind'), 'gone'] }, 'there is no option gone'],
  [{ '===': [field('agree'), 'yes'] }, 'there is no option yes'],
  [{ in: [field('kind'), ['first', 'gone']] }, 'there is no option gone'],
  [{ in: ['gone', field('scope')] }, 'there is no option gone'],
  [{ in: ['gone', { var: 'situation.type' }] }, 'there is no option gone'],
  [{ in: ['a', field('name')] }, 'in needs a list as its second argument'],
  [{ '===': [field('count'), '1'] }, '=== compares number with text'],
  [{ '===': [field('scope'), 'a'] }, '=== compares choices with text'],
  [{ '>': [field('name'), 'x'] }, '> orders text and text'],
  [{ '>': [field('day'), 3] }, '> orders day and number'],
  [{ '>': [field('period'), TODAY] }, '> orders range and day'],
  [{ '!': [{ '>': [field('count'), 3] }] }, '! over an ordering also holds for an empty value: turn it round'],
  [{ '===': [{ '+': [field('name'), 1] }, 2] }, '+ needs numbers'],
  [{ '===': [{ days: [field('name'), TODAY] }, 2] }, 'days needs days'],
  [{ '===': [{ days: [TODAY] }, 2] }, 'days takes 2 to 2 arguments, not 1'],
  [{ '>': [field('day'), { shift: [field('name'), '-6m'] }] }, 'shift needs a day'],
  [{ '>': [field('day'), { shift: [TODAY, '6 months'] }] }, SHIFT],
  [{ '>': [field('day'), { shift: [TODAY, field('count')] }] }, SHIFT],
  [{ '>': [field('day'), { shift: [TODAY, field('count'), 'w'] }] }, SHIFT],
  [{ '>': [field('day'), { shift: [TODAY, '-6m', 'm'] }] }, SHIFT],
  [{ '>': [{ age: [field('count')] }, 1] }, 'age needs a birth day or an ID number'],
  [{ '>': [{ sum: [field('count')] }, 1] }, 'sum needs a list'],
  [{ '>': [{ sum: [field('cars'), 'plate'] }, 1] }, 'sum: column plate is no number'],
  [{ '>': [{ avg: [field('cars'), 'gone'] }, 1] }, 'avg: there is no column "gone"'],
  [{ distinct: [field('cars')] }, 'distinct: there is no column null'],
  [{ all: [field('cars'), { '>': [{ var: 'gone' }, 0] }] }, 'nothing is called gone in a row'],
  [{ all: [field('cars'), { '>': [{ var: 'plate' }, 0] }] }, '> orders text and number'],
  [{ all: [field('name'), true] }, 'all needs a list'],
  [{ all: [field('cars')] }, 'all takes a list and an expression'],
  [{ matches: [field('name'), '^.*$'] }, 'there is no pattern "^.*$"'],
  [{ '>': [{ param: ['gone'] }, 1] }, 'there is no parameter gone'],
  [{ '>': [{ param: [field('name')] }, 1] }, 'param takes a name'],
]

test.each(BROKEN)('%j: %s', (logic, complaint) => {
  const reads = FIELDS.map(({ id }) => id)
  expect(complaints(form(FIELDS, [{ ...RULE, when: logic, reads }]))).toEqual([`rules.r1.when: ${complaint}`])
})

test('conditions of sections and fields are checked too', () => {
  const name: Field = {
    id: 'name',
    label: '名称',
    type: 'text',
    showWhen: { filled: [field('x')] },
    requiredWhen: { '==': [1, 1] },
  }
  expect(complaints(form([name], [], { showWhen: { filled: [field('y')] } }))).toEqual([
    'sections.s.showWhen: nothing is called form.y',
    'fields.name.showWhen: nothing is called form.x',
    'fields.name.requiredWhen: == is loose: write ===',
  ])
})

const FIELD_DEFECTS: readonly (readonly [Partial<Field>, string])[] = [
  [{ id: 'na me' }, 'fields.na me: an id is letters, digits and _'],
  [{ type: 'single_choice' }, 'fields.f: a choice needs options'],
  [{ type: 'single_choice', options: options('a', 'a') }, 'fields.f.options.a: the id is not unique'],
  [{ type: 'table' }, 'fields.f: a table needs columns'],
  [{ columns: [] }, 'fields.f: only a table has columns'],
  [tableOf({ type: 'signature' }), 'fields.f.columns.c: a column cannot be a signature'],
  [tableOf({ showWhen: true }), 'fields.f.columns.c: a column has no conditions'],
  [tableOf({ constraints: { pattern: 'gone' } }), 'fields.f.columns.c.constraints: there is no pattern gone'],
  [{ constraints: { pattern: '^a$' } }, 'fields.f.constraints: there is no pattern ^a$'],
  [{ type: 'date', constraints: { dateMin: 'yesterday' } }, 'fields.f.constraints: yesterday is no day'],
  [{ constraints: { dateMax: 'today' } }, 'fields.f.constraints: a text has no dateMax'],
  [{ constraints: { minLength: 3, maxLength: 2 } }, 'fields.f.constraints: length: the least is above the most'],
  [{ type: 'number', constraints: { min: 3, max: 2 } }, 'fields.f.constraints: value: the least is above the most'],
  [{ type: 'id_card' }, 'fields.f: documentType must name the field that says of which document it is'],
  [{ type: 'number', default: 'x' }, 'fields.f: the default does not fit the type'],
  [{ type: 'single_choice', options: options('a'), default: 'b' }, 'fields.f: the default is no option'],
]

function tableOf(column: Partial<Field>): Partial<Field> {
  return { type: 'table', columns: [{ id: 'c', label: '列', type: 'text', ...column }] }
}

test.each(FIELD_DEFECTS)('%j: %s', (change, complaint) => {
  expect(complaints(form([{ id: 'f', label: '项', type: 'text', ...change }]))).toEqual([complaint])
})

test('a choice of documents has the words that it has everywhere', () => {
  const number: Field = { id: 'no', label: '证件号码', type: 'id_card', constraints: { documentType: 'of' } }
  const of: Field = {
    id: 'of',
    label: '证件类型',
    type: 'single_choice',
    options: [
      { value: 'id', label: '居民身份证' },
      { value: 'pass', label: '通行证' },
    ],
  }
  expect(complaints(form([of, number]))).toEqual(['fields.no: of: there is no document pass 通行证'])
  expect(complaints(form([{ ...of, type: 'text' }, number]))[0]).toMatch(/no document|must be a choice/)
})

test('an unknown field type', () => {
  const schema = JSON.parse(JSON.stringify(form()).replace('"boolean"', '"hologram"')) as FormSchema
  expect(complaints(schema)).toContain('fields.agree: there is no field type hologram')
})

const RULE_DEFECTS: readonly (readonly [Partial<Rule>, string])[] = [
  [{ reads: ['gone'] }, 'rules.r1.reads: there is no field gone'],
  [{ marks: ['gone'] }, 'rules.r1.marks: there is no field gone'],
  [{ marks: ['attachments.gone'] }, 'rules.r1.marks: there is no material gone'],
  [{ holds: { '===': [field('name'), 'x'] } }, 'rules.r1.reads: holds reads name: name it in reads'],
  [{ message: ' ' }, 'rules.r1: a rule needs a message'],
  [{ evidence: 'knowledge' }, 'rules.r1: what is only common knowledge may warn, but not block'],
]

test.each(RULE_DEFECTS)('%j: %s', (change, complaint) => {
  expect(complaints(form(FIELDS, [{ ...RULE, ...change }]))).toEqual([complaint])
})

test('common knowledge may warn', () => {
  const warning: Rule = { ...RULE, evidence: 'knowledge', outcome: { kind: 'problem', severity: 'warning' } }
  expect(complaints(form(FIELDS, [warning]))).toEqual([])
})

test('ids are unique over all sections, and no section is empty', () => {
  const twice = { id: 'name', label: '名称', type: 'text' } as const
  const schema: FormSchema = {
    ...form([twice], [RULE, RULE]),
    sections: [
      { id: 's', title: '一', fields: [twice] },
      { id: 's', title: '二', fields: [twice] },
      { id: 't', title: '三', fields: [] },
    ],
  }
  expect(complaints(schema)).toEqual([
    'sections.s: the id is not unique',
    'fields.name: the id is not unique',
    'rules.r1: the id is not unique',
    'sections.t: has no fields',
  ])
})

test('fields that are shown depending on each other', () => {
  const shown = (id: string, by: string): Field => ({ id, label: id, type: 'text', showWhen: { filled: [field(by)] } })
  expect(complaints(form([shown('a', 'b'), shown('b', 'c'), shown('c', 'a'), shown('d', 'a')]))).toEqual([
    'fields.a.showWhen: depends on itself',
    'fields.b.showWhen: depends on itself',
    'fields.c.showWhen: depends on itself',
  ])
})
