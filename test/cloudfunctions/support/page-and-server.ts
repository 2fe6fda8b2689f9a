import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { fieldsOf, type FormSchema } from '../../../miniprogram/shared/form'
import { type MatterFixture, type RuleCase } from '../../shared/fixtures/matter-fixture'
import { MATTER_FIXTURES } from '../../shared/fixtures/matters'
import { configureForSealing, type Filled, type Sides, sidesOf } from './both-sides'
import { folderOf } from '../../support/matters'
import { wordsOf } from './file-matter'
import { changed } from './generated-answers'

const RUNS = 1_000

/** Fields of law of the matters that share a test file: files run side by side. */
const GROUPS = {
  transport: ['交通运输'],
  healthAndCity: ['卫生健康', '城市管理', '生态环境', '城市管理/园林绿化'],
} as const

/** The matters of a group; those of no group are `others`. */
function fixturesOf(group: keyof typeof GROUPS | 'others'): readonly MatterFixture[] {
  const groupOf = (field: string): string =>
    Object.entries(GROUPS).find(([, fields]) => fields.some((one) => one === field))?.[0] ?? 'others'
  return MATTER_FIXTURES.filter(({ slug }) => groupOf(folderOf(slug).matter.field) === group)
}

/** What the page finds in what was typed, and what the server finds in what it stored of it, is the same list. */
export function comparePageAndServer(group: keyof typeof GROUPS | 'others'): void {
  beforeAll(configureForSealing)

  describe.each(fixturesOf(group).map((fixture) => [fixture.slug, fixture] as const))('%s', (slug, fixture) => {
    test(`${RUNS} generated answers: page and server say the same`, async () => {
      const seen = new Set<string>()
      let clean = 0
      const judgeBoth = sidesOf(fixture)
      await fc.assert(
        fc.asyncProperty(drafts(fixture), async (filled) => {
          const sides = await judgeBoth(filled)
          expectSame(sides)
          sides.page.forEach(({ code }) => seen.add(code))
          if (!sides.page.some(({ severity }) => severity === 'error')) clean += 1
        }),
        { numRuns: RUNS, seed: 20261102 },
      )
      expectEachRule(fixture, seen)
      expect([...seen].filter((code) => code.startsWith('defect'))).toEqual([])
      expect(clean).toBeGreaterThan(0)
      process.stdout.write(`${slug}: ${RUNS} answers, ${clean} without an error, ${seen.size} kinds of problems\n`)
    }, 300_000)
  })
}

/** Drafts that begin with one of the fixture's, or where a rule speaks, and differ from it here and there. */
function drafts({ slug, schema, minimal, maximal, invalid, starts, ruleCases }: MatterFixture): fc.Arbitrary<Filled> {
  const options = Object.values(wordsOf(slug).situations).flatMap((one) => Object.values(one.options))
  const spoken = ruleCases.flatMap(({ base, of, told }) =>
    of === undefined ? [{ ...(base === 'maximal' ? maximal : minimal).form, ...told.form }] : [],
  )
  const near = starts.map((it) => ({ ...minimal.form, ...it }))
  const bases = [minimal.form, maximal.form, invalid.context.form, ...near, ...spoken]
  return fc.record({
    values: fc.oneof(...bases.map((form) => changed(fieldsOf(schema), form, 30))),
    optionIds: fc.subarray(options),
    counted: fc.nat(2),
    known: fc.boolean(),
  })
}

/** An assertion takes a stack when it is made, which is dear a thousand times: it is made where there is something to say. */
function expectSame({ page, server, misjudged }: Sides): void {
  if (misjudged.length === 0 && isDeepStrictEqual(server, page)) return
  expect(misjudged).toEqual([])
  expect(server).toEqual(page)
}

/** Every rule has spoken, except those that never can. */
function expectEachRule({ schema, ruleCases, waitsFor = [] }: MatterFixture, seen: ReadonlySet<string>): void {
  const budget = waitsFor.map(({ rule }) => `rule:${rule}`)
  expect(budget.filter((code) => seen.has(code))).toEqual([])
  const silent = [...budget, ...outspoken(ruleCases)]
  expect(codesOf(schema).filter((code) => !seen.has(code) && !silent.includes(code))).toEqual([])
}

const codesOf = ({ rules }: FormSchema): string[] =>
  rules.map(({ id, outcome }) => `${outcome.kind === 'problem' ? 'rule' : 'effect'}:${id}`)

/** Rules behind fields whose own bound is the rule's (`code` of every case of the rule): the field speaks first. */
function outspoken(cases: readonly RuleCase[]): string[] {
  const checkOf = ({ check }: RuleCase): string => check.split(' ')[0] ?? ''
  const reached = new Set(cases.filter(({ code }) => !code || code.startsWith('effect:')).map(checkOf))
  return cases.flatMap((one) => (reached.has(checkOf(one)) ? [] : [`rule:${checkOf(one)}`]))
}
