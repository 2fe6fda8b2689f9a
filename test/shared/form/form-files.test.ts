import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { allForms, formById, formParameters, matterForms } from '../../../cloudfunctions/matters/forms'
import formSchema from '../../../cloudfunctions/matters/shared/form.schema.json'
import parameters from '../../../cloudfunctions/matters/shared/parameters.json'
import { FIELD_TYPES } from '../../../miniprogram/shared/form/fields'
import { SCHEMAS } from '../../../scripts/matters/defects/schemas'
import { MATTERS_FOLDER, readShared } from '../../../scripts/matters/folders'
import { ALL_MATTERS } from '../../support/matters'

test('the JSON Schema refuses what is no form', () => {
  const file = readFileSync(join(MATTERS_FOLDER, 'nurse-registration', 'form.json'), 'utf8')
  const form = JSON.stringify(JSON.parse(file))
  expect(SCHEMAS.form(JSON.parse(form))).toBe(true)
  const broken = [
    ['"type":"id_card"', '"type":"idcard"'],
    ['"version":"2.0"', '"version":1'],
    ['"required":true', '"required":"yes"'],
    ['"when":{', '"when":{"and":[],'],
    ['"dateMax":"today"', '"dateMax":"tomorrow"'],
    ['"severity":"error"', '"severity":"fatal"'],
    ['"evidence":"sourced_text"', '"evidence":"hearsay"'],
    ['"version":', '"formId":"BD12011600001401","version":'],
  ] as const
  for (const [from, to] of broken) {
    expect(form).toContain(from)
    expect([to, SCHEMAS.form(JSON.parse(form.replace(from, to)))]).toEqual([to, false])
  }
})

test('the JSON Schema knows every field type of the engine', () => {
  expect(formSchema.definitions.field.properties.type.enum).toEqual(FIELD_TYPES)
})

test('every file is served, by the provider’s form id', () => {
  const files = [readShared(), ...ALL_MATTERS].flatMap(({ forms }) => Object.keys(forms))
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
  for (const { slug, ids } of ALL_MATTERS) {
    expect([slug, matterForms(ids.itemId).map((form) => form.formId)]).toEqual([slug, Object.values(ids.forms)])
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
