import { type Field, type FormSchema, normalizePatch } from '../../../miniprogram/shared/form'
import { kindOf } from '../../../miniprogram/shared/form/fields'
import { judge } from './judged-field'
import { TYPED_TEXTS } from './typed-texts'
import { TYPED_VALUES } from './typed-values'

const TABLES = [...TYPED_TEXTS, ...TYPED_VALUES]

describe.each(TABLES)('%s %j', (type, field, rows) => {
  test.each(rows)('%j', (typed, kept, ...codes) => {
    expect(judge({ ...field, type }, typed)).toEqual({ value: kept, codes })
  })
})

test('every type asks for itself when it is required', () => {
  for (const [type, field] of TABLES) {
    expect([type, judge({ ...field, type, required: true }, null).codes]).toEqual([type, ['required']])
  }
})

test('a declaration that is not agreed to yet asks for the tick, and does not repeat its whole text', () => {
  const field: Field = { id: 'f', label: '本人承诺……', type: 'boolean', constraints: { mustBeTrue: true } }
  expect(kindOf('boolean').missing(field).message).toBe('请阅读后勾选“我已阅读并同意”')
  expect(kindOf('boolean').missing({ ...field, constraints: {} }).message).toBe('请选择本人承诺……')
})

test('what was tidied stays the same when it is tidied again', () => {
  for (const [type, rest, rows] of TABLES) {
    const field: Field = { id: 'f', label: '项', ...rest, type }
    for (const [, kept] of rows) {
      if (kept !== undefined) expect(kindOf(type).normalize(kept, field)).toEqual({ ok: true, value: kept })
    }
  }
})

test('an unknown field and an oversized value are refused, the rest is kept', () => {
  expect(judge({}, '长'.repeat(70_000)).codes).toEqual(['size'])
  const schema: FormSchema = {
    formId: 'F',
    version: '1.0',
    title: '表',
    sections: [{ id: 's', title: '节', fields: [{ id: 'f', label: '项', type: 'text' }] }],
    rules: [],
    notes: [],
  }
  const { answers, problems } = normalizePatch(schema, { f: '好', g: 1, constructor: 1 })
  expect(answers).toEqual({ f: '好' })
  expect(problems.map(({ field, code }) => [field, code])).toEqual([
    ['g', 'unknown'],
    ['constructor', 'unknown'],
  ])
})
