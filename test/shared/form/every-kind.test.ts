import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import formSchema from '../../../cloudfunctions/matters/shared/form.schema.json'
import {
  carryOver,
  displayValue,
  type Field,
  type FormSchema,
  isMadeAnew,
  kindOf,
  submittedAnswers,
  summarize,
  validateForm,
} from '../../../miniprogram/shared/form'
import { FIELD_TYPES } from '../../../miniprogram/shared/form/fields'
import { lintForm } from '../../../miniprogram/shared/form/lint'
import { contextOf } from './form-of'

/** What holds of every field type, also of one that is added tomorrow. */

const OPTIONS = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
]
const COLUMNS: readonly Field[] = [{ id: 'org', label: '单位', type: 'text', required: true }]

/** Every limit that a form may set, with a value of its shape. */
const LIMITS: Readonly<Record<string, unknown>> = {
  ...{ minLength: 1, maxLength: 9, pattern: 'phone', documentType: 'f_type' },
  ...{ min: 1, max: 9, precision: 0, unit: '台', minSelect: 1, maxSelect: 2, minRows: 1, maxRows: 9 },
  ...{ mustBeTrue: true, dateMin: 'today', dateMax: 'today' },
}

test('no limit is left out here', () => {
  expect(Object.keys(LIMITS).sort()).toEqual(Object.keys(formSchema.definitions.constraints.properties).sort())
})

/** The part of a field's definition that its kind asks for. */
function fieldOf(type: Field['type']): Field {
  const { needs } = kindOf(type)
  return {
    id: 'f',
    label: '这一项',
    type,
    required: true,
    ...(needs === 'options' ? { options: OPTIONS } : {}),
    ...(needs === 'columns' ? { columns: COLUMNS } : {}),
    ...(isNumberOfDocument(type) ? { constraints: { documentType: 'f_type' } } : {}),
  }
}

/** Which document a number is of is asked beside it. */
const isNumberOfDocument = (type: Field['type']): boolean => kindOf(type).limits.includes('documentType')
const DOCUMENT: Field = {
  id: 'f_type',
  label: '证件类型',
  type: 'single_choice',
  options: [{ value: 'id', label: '居民身份证' }],
}
const withDocument = (field: Field): readonly Field[] => (isNumberOfDocument(field.type) ? [field, DOCUMENT] : [field])

const formOf = (field: Field): FormSchema => ({
  formId: 'BD12011600000001',
  version: '1.0',
  title: '表',
  sections: [{ id: 's', title: '节', fields: withDocument(field) }],
  rules: [],
  notes: [],
})

/** As the office writes it: the provider's id of a form stands beside the file (ids.json). */
function fileOf({ formId: _id, ...file }: ReturnType<typeof formOf>): object {
  return { $schema: '../shared/form.schema.json', ...file }
}

describe.each(FIELD_TYPES)('%s', (type) => {
  const kind = kindOf(type)
  const field = fieldOf(type)
  const schema = formOf(field)
  const value = kind.example(field)

  test('a form may have it, and not without what it needs', () => {
    const validate = new Ajv({ allowUnionTypes: true, strictTypes: false }).compile(formSchema)
    expect([validate(fileOf(schema)), validate.errors]).toEqual([true, null])
    expect(lintForm(schema)).toEqual([])
    if (!kind.needs) return
    const { options: _o, columns: _c, ...bare } = field
    expect(validate(fileOf(formOf(bare)))).toBe(false)
    expect(lintForm(formOf(bare))).not.toEqual([])
  })

  test('a form may limit what the kind knows, and nothing else', () => {
    const validate = new Ajv({ allowUnionTypes: true, strictTypes: false }).compile(formSchema)
    const limited = (name: string) => formOf({ ...field, constraints: { [name]: LIMITS[name] } })
    const taken = Object.keys(LIMITS).filter((name) => validate(fileOf(limited(name))))
    expect(taken.sort()).toEqual([...kind.limits].sort())
    const foreign = Object.keys(LIMITS).filter((name) => !taken.includes(name))
    for (const name of foreign) {
      expect(lintForm(limited(name))).toContainEqual({
        at: 'fields.f.constraints',
        message: `a ${type} has no ${name}`,
      })
    }
  })

  test('its example is a right answer, which everybody can read', () => {
    expect(kind.normalize(value, field)).toEqual({ ok: true, value })
    expect(validateForm(schema, contextOf({ f: value }))).toEqual([])
    expect(submittedAnswers(schema, contextOf({ f: value }))).toEqual({ f: value })
    expect(displayValue(field, value)).not.toBe('')
    expect(summarize(schema, contextOf({ f: value }))[0]?.items[0]).toMatchObject({
      label: '这一项',
      text: displayValue(field, value),
      empty: false,
    })
  })

  test('it is missed when it is empty', () => {
    const [problem] = validateForm(schema, contextOf({ f: null }))
    expect(problem).toMatchObject({ field: 'f', code: 'required' })
    expect(problem?.message).toContain('这一项')
  })

  test('another version of its form takes it over, unless it is made anew', () => {
    const { kept, setAside } = carryOver(schema, schema, { f: value })
    expect([kept['f'], setAside]).toEqual([isMadeAnew(field) ? undefined : value, []])
  })

  test('a column of it says what may stand in a cell, and understands what a person sees', () => {
    const { cell } = kind
    const column = { ...field, id: 'c' }
    const defects = lintForm(formOf({ id: 'f', label: '表', type: 'table', columns: withDocument(column) }))
    expect(defects.length === 0).toBe(cell !== null)
    if (!cell) return
    expect(typeof cell.hint(column)).toBe('string')
    const shown = cell.isNumber && typeof value === 'number' ? value : kind.show(value, column)
    const read = cell.read(shown, column)
    expect(kind.normalize('raw' in read ? read.raw : read, column)).toMatchObject({ ok: true })
  })

  test('it is in a table of types, or has a test of its own', () => {
    const own = join(__dirname, 'fields', `${type.replaceAll('_', '-')}.test.ts`)
    expect(OF_THE_CONTRACT.has(type) || existsSync(own)).toBe(true)
  })
})

/** Contract chapter 12: these stand in field-types.test.ts and hostile-values.test.ts. */
const OF_THE_CONTRACT: ReadonlySet<string> = new Set([
  ...['text', 'textarea', 'address', 'region', 'id_card', 'uscc', 'phone', 'email'],
  ...['number', 'money', 'area', 'date', 'daterange', 'boolean', 'single_choice', 'multi_choice', 'table', 'signature'],
])
