import { type FormContext, isRequired, validateForm, visibleForm } from '../../../miniprogram/shared/form'
import { workingDays } from '../../../cloudfunctions/calendar/working-days'
import { caseTypes } from '../../../scripts/matters/cases'
import { folderOf, isNeeded } from '../../support/matters'
import { contextOf, TODAY } from '../fixtures/context'
import type { Filing, MatterFixture } from '../fixtures/matter-fixture'
import { MATTER_FIXTURES } from '../fixtures/matters'

/** What each case type asks for, and what page and server say to filings in other situations than the first. */

const typesOf = (slug: string) => {
  const { guide, forms } = folderOf(slug)
  const [form] = Object.values(forms).filter(({ title }) => title === declarationTitle(slug))
  if (!form) throw new Error(`${slug} has no declaration form`)
  return caseTypes(guide, form)
}

const declarationTitle = (slug: string): string =>
  MATTER_FIXTURES.find((fixture) => fixture.slug === slug)?.schema.title ?? ''

const neededBy = (slug: string, situation: FormContext['situation']) =>
  folderOf(slug).guide.materials.filter((material) => isNeeded(material, situation))

/** Every file that the situation asks for is there, but those that the filing leaves out. */
function attachmentsOf({ slug }: MatterFixture, { situation, without = [] }: Filing): FormContext['attachments'] {
  const files = neededBy(slug, situation).filter(({ key, files: wanted }) => wanted && !without.includes(key))
  return Object.fromEntries(files.map(({ key, files: wanted }) => [key, Math.max(wanted?.min ?? 1, 1)]))
}

function toldTo(fixture: MatterFixture, filing: Filing) {
  const context = { ...contextOf(filing.answers(TODAY), filing.situation), attachments: attachmentsOf(fixture, filing) }
  return validateForm(fixture.schema, context, workingDays)
    .filter(({ severity }) => severity !== 'info')
    .map(({ field, code, severity }) => [field, code, severity])
}

const ALL = MATTER_FIXTURES.filter(({ cases }) => cases !== undefined)
const CASES = ALL.flatMap((fixture) =>
  Object.entries(fixture.cases ?? {}).map(([name, asked]) => ({ slug: fixture.slug, name, fixture, asked })),
)
const filings = (which: 'lawful' | 'unlawful') =>
  ALL.flatMap((fixture) =>
    (fixture[which] ?? []).map((filing) => ({ slug: fixture.slug, name: filing.name, fixture, filing })),
  )

test('every matter has three lawful filings besides its first, and three that are stopped', () => {
  const few = MATTER_FIXTURES.filter(
    ({ cases, lawful = [], unlawful = [] }) => !cases || lawful.length < 3 || unlawful.length < 3,
  )
  expect(few.map(({ slug }) => slug)).toEqual([])
})

test('every case type has what it asks for, by hand', () => {
  for (const { slug, cases = {} } of ALL) {
    expect([slug, Object.keys(cases)]).toEqual([slug, typesOf(slug).map(({ name }) => name)])
  }
})

const eachOf = <T extends { readonly slug: string; readonly name: string }>(
  rows: readonly T[],
  what: string,
  check: (row: T) => void,
): void => rows.forEach((row) => test(`${row.slug}, ${row.name}: ${what}`, () => check(row)))

eachOf(CASES, 'exactly these fields and materials', ({ slug, name, fixture: { schema }, asked }) => {
  const known = typesOf(slug).find((type) => type.name === name)?.known
  const chosen = { ...known?.situation, ...asked.situation }
  const context = contextOf({ ...(known?.form as FormContext['form']), ...asked.form }, chosen)
  const { fields, context: seen } = visibleForm(schema, context)
  const required = fields.filter((field) => isRequired(field, seen)).map(({ id }) => id)
  expect(required.sort()).toEqual([...asked.required].sort())
  const materials = neededBy(slug, chosen).filter(({ necessity }) => necessity === 'required')
  expect(materials.map(({ key }) => key).sort()).toEqual([...asked.materials].sort())
  expect(asked.source).toMatch(/第.+条|指南|表/)
})

eachOf(filings('lawful'), 'may be filed', ({ fixture, filing }) => {
  expect(toldTo(fixture, filing)).toEqual(filing.told)
  expect(filing.told.filter(([, , severity]) => severity === 'error')).toEqual([])
  expect(filing.without ?? []).toEqual([])
})

eachOf(filings('unlawful'), 'is stopped', ({ slug, fixture, filing }) => {
  expect(toldTo(fixture, filing)).toEqual(filing.told)
  const missing = neededBy(slug, filing.situation).filter(
    ({ key, necessity }) => necessity === 'required' && filing.without?.includes(key),
  )
  const blocks = filing.told.filter(([, , severity]) => severity === 'error')
  expect(missing.length + blocks.length).toBeGreaterThan(0)
})
