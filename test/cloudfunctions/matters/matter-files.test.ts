import Ajv from 'ajv'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allMatters, matterById, matterBySlug } from '../../../cloudfunctions/matters'
import matterSchema from '../../../cloudfunctions/matters/matter.schema.json'
import sources from '../../../cloudfunctions/matters/sources.json'
import ids from '../../../cloudfunctions/one-network/ids.json'
import type { Logic } from '../../../miniprogram/shared/form/schema'
import { staleMatters } from '../../../scripts/convert-matters/files'
import { readSeedMatters } from '../../../scripts/convert-matters/seed'

const ROOT = join(__dirname, '..', '..', '..')
const FOLDER = join(ROOT, 'cloudfunctions', 'matters')
const OTHERS = ['matter.schema.json', 'sources.json', 'commitments.json', 'questions.json']
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && !OTHERS.includes(name))
const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))

const validate = new Ajv({ allowUnionTypes: true }).compile(matterSchema)
const tableOf = (slug: string) => ids.matters.find((row) => row.slug === slug)

test.each(files)('%s follows the JSON Schema of matters', (name) => {
  validate(read(name))
  expect(validate.errors).toBeNull()
})

test('the JSON Schema refuses what is no matter', () => {
  const matter = JSON.stringify(read('nurse-registration.json'))
  const broken = [
    ['"evidence":"knowledge"', '"evidence":"hearsay"'],
    [',"evidence":"sourced_text"', ''],
    ['"unit":"working_day"', '"unit":"week"'],
    ['"basisKind":"listed"', '"basisKind":"other"'],
    ['"number":14', '"number":0'],
    ['"tips":', '"hints":'],
  ] as const
  for (const [from, to] of broken) {
    expect(matter).toContain(from)
    expect([to, validate(JSON.parse(matter.replace(from, to)))]).toEqual([to, false])
  }
})

test('the files are what the specification says now', () => {
  expect(staleMatters()).toEqual([])
})

test('all 22 matters are served, in the order of the tender, by slug and by the provider’s item id', () => {
  expect(files).toHaveLength(22)
  expect(allMatters().map(({ number }) => number)).toEqual(Array.from({ length: 22 }, (_, i) => i + 1))
  expect(matterById('SX120116000014')?.slug).toBe('nurse-registration')
  expect(matterById('SX999999999999')).toBeUndefined()
  expect(matterBySlug('marriage')).toBeUndefined()
})

test('names are the specification’s, letter by letter; the only corrected one says so', () => {
  const names = readSeedMatters(ROOT).map(({ slug, name }) => [slug, name])
  expect(allMatters().map(({ slug, name }) => [slug, name])).toEqual(names)
  const corrected = allMatters().filter(({ label }) => label !== undefined)
  expect(corrected.map(({ slug }) => slug)).toEqual(['private-school'])
  expect(corrected[0]?.label).toContain('自学考试助学')
  expect(corrected[0]?.labelNote).toContain('以市一网通的名称为准')
})

test.each(allMatters().map((matter) => [matter.slug, matter] as const))(
  '%s: materials and situations are those of the provider’s table',
  (slug, { materials, timeLimit }) => {
    const table = tableOf(slug)
    const known = Object.keys(table?.materials ?? {}).filter((key) => key !== 'tolerance_promise')
    expect(materials.map(({ key }) => key).sort()).toEqual(known.sort())
    const situations = (table?.situations ?? {}) as Readonly<Record<string, { readonly options: object }>>
    for (const { when } of timeLimit.overrides) {
      const { option, situation } = chosenIn(when)
      expect(Object.keys(situations[situation]?.options ?? {})).toContain(option)
    }
  },
)

/** An override holds when one option is chosen: `{in: [option, {var: situation.key}]}`. */
function chosenIn(logic: Logic): { readonly option: string; readonly situation: string } {
  const [, option, situation] = /^\{"in":\["(\w+)",\{"var":"situation\.(\w+)"\}\]\}$/.exec(JSON.stringify(logic)) ?? []
  if (option === undefined || situation === undefined) throw new Error(`no situation in ${JSON.stringify(logic)}`)
  return { option, situation }
}

test('the legal basis has its sources, which stay out of what citizens get', () => {
  for (const { slug, legalBasis } of allMatters()) {
    const rows = (sources as Readonly<Record<string, readonly { readonly source: string }[]>>)[slug] ?? []
    expect([slug, rows.length]).toEqual([slug, legalBasis.length])
    expect(rows.filter(({ source }) => source === '' || source === '同上')).toEqual([])
  }
  const addresses = allMatters().map((matter) => /https?:|LawRefBook|github/i.exec(JSON.stringify(matter))?.[0])
  expect(addresses.filter(Boolean)).toEqual([])
})

test('no mark of the specification reaches a citizen', () => {
  for (const matter of allMatters()) {
    const { provenance: _office, ...shown } = matter
    expect([
      matter.slug,
      JSON.stringify(shown).match(/（[^（）]*(知识(?!产权)|参数|转载|需核)[^（）]*）|需核/g),
    ]).toEqual([matter.slug, null])
  }
})

test('a reader of the half-width specification meets the punctuation of Chinese text', () => {
  const halfWidth = allMatters().map(({ conditions, tips, fee, results }) =>
    [
      ...conditions.map(({ text }) => text),
      ...tips.map(({ text }) => text),
      fee.text,
      ...results.map((r) => r.name),
    ].filter((text) => /[\u4e00-\u9fa5][,;:(]|\)[\u4e00-\u9fa5]/.test(text)),
  )
  expect(halfWidth.flat()).toEqual([])
})
