import Ajv from 'ajv'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { allForms, formById, formParameters, matterForms } from '../../../cloudfunctions/forms'
import formSchema from '../../../cloudfunctions/forms/form.schema.json'
import parameters from '../../../cloudfunctions/forms/parameters.json'
import ids from '../../../cloudfunctions/one-network/ids.json'
import { lintForm } from '../../../miniprogram/shared/form/lint'
import { FIELD_TYPES } from '../../../miniprogram/shared/form/fields'
import { toRequirements } from '../../../scripts/convert-forms/checks'
import { formFileNames, vocabularyOf } from '../../../scripts/convert-forms/defects'
import { staleForms } from '../../../scripts/convert-forms/files'
import { fullWidth } from '../../../scripts/convert-forms/punctuation'
import { readSeed } from '../../../scripts/convert-forms/seed'
import { wordingOf } from '../../../scripts/convert-forms/wording'

const FOLDER = join(__dirname, '..', '..', '..', 'cloudfunctions', 'forms')
const files = formFileNames(FOLDER)
const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))

interface MatterWords {
  readonly slug: string
  readonly itemId: string
  readonly forms: Readonly<Record<string, string>>
}

const matters = ids.matters as unknown as readonly MatterWords[]

test.each(files)('%s follows the JSON Schema of form files', (name) => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(formSchema)
  validate(read(name))
  expect(validate.errors).toBeNull()
})

test('the JSON Schema refuses what is no form', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(formSchema)
  const form = JSON.stringify(read('nurse-registration.json'))
  const broken = [
    ['"type":"id_card"', '"type":"idcard"'],
    ['"version":"1.0"', '"version":1'],
    ['"required":true', '"required":"yes"'],
    ['"when":{', '"when":{"and":[],'],
    ['"dateMax":"today"', '"dateMax":"tomorrow"'],
    ['"severity":"error"', '"severity":"fatal"'],
  ] as const
  for (const [from, to] of broken) {
    expect(form).toContain(from)
    expect([to, validate(JSON.parse(form.replace(from, to)))]).toEqual([to, false])
  }
})

test('the JSON Schema knows every field type of the engine', () => {
  expect(formSchema.definitions.field.properties.type.enum).toEqual(FIELD_TYPES)
})

test.each(allForms().map((form) => [form.title, form] as const))('%s has no defects', (_title, form) => {
  expect(lintForm(form, vocabularyOf(form.formId))).toEqual([])
})

test('the files are what the specification says now', () => {
  expect(staleForms()).toEqual([])
})

test('every file is served, by the provider’s form id', () => {
  expect(allForms()).toHaveLength(files.length)
  expect(formById('BD12011600001401')?.title).toBe('护士执业注册申请审核表')
  expect(formById('BD12011600009901')?.title).toBe('授权委托书')
  expect(formById('BD00000000000000')).toBeUndefined()
  expect(formById('BD12011600001401')).not.toHaveProperty('$schema')
})

test('every matter has the forms that the provider names for it', () => {
  expect(matterForms('SX120116000014').map((form) => form.formId)).toEqual(['BD12011600001401'])
  expect(matterForms('SX120116000001').map((form) => form.formId)).toEqual(['BD12011600000101', 'BD12011600000102'])
  expect(matterForms('SX120116000008').map((form) => form.formId)).toEqual(['BD12011600000801'])
  for (const { itemId, slug, forms } of matters) {
    expect([slug, matterForms(itemId).map((form) => form.formId)]).toEqual([slug, Object.values(forms)])
  }
  expect(matterForms('nothing')).toEqual([])
})

test('every parameter says where it comes from, and every open one asks its question', () => {
  for (const parameter of parameters) {
    expect(parameter.source).not.toBe('')
    expect(['confirmed', 'to be confirmed']).toContain(parameter.status)
    if (parameter.status === 'to be confirmed') expect(parameter.question).toMatch(/？/)
  }
  expect(formParameters()).toMatchObject({ nurseRenewalLeadDays: 30, examBlackout: ['06-01/06-20'] })
})

/** One call answers at most 1 MB; the form that a page is sent is to be at most 40 KB as it travels, compressed. */
test('the longest form is small enough to be opened in one call', () => {
  const sizes = allForms().map((form) => {
    const json = JSON.stringify(form)
    return { title: form.title, bytes: Buffer.byteLength(json), compressed: gzipSync(json).byteLength }
  })
  const longest = sizes.reduce((most, one) => (one.compressed > most.compressed ? one : most))
  process.stdout.write(`longest form: ${longest.title}, ${longest.bytes} bytes, ${longest.compressed} compressed\n`)
  expect(longest.bytes).toBeLessThan(64 * 1024)
  expect(longest.compressed).toBeLessThan(40 * 1024)
})

test.each(allForms().map((form) => [form.title, form] as const))(
  '%s says to citizens what must hold in the words and punctuation of Chinese text',
  (_title, form) => {
    for (const { id, message } of form.rules) {
      expect([id, fullWidth(message)]).toEqual([id, message])
      expect([id, message]).toEqual([id, expect.not.stringMatching(/[≥≤<>＞＜]|参数|知识(?!产权)|口径|人工核/)])
    }
  },
)

test('every rule of every matter has a sentence of its own', () => {
  const seed = readSeed(join(__dirname, '..', '..', '..'))
  const silent = seed.matters.flatMap(({ slug, checks }) =>
    checks
      .filter((check) => check.kind !== 'manual' && toRequirements([check]).size === 0)
      .map(({ id }) => `${slug}.${id}`)
      .filter((key) => wordingOf(key) === undefined),
  )
  expect(silent).toEqual([])
})
