import { join } from 'node:path'
import { workingDays } from '../../../cloudfunctions/forms/working-days'
import { formById } from '../../../cloudfunctions/forms'
import parameters from '../../../cloudfunctions/forms/parameters.json'
import ids from '../../../cloudfunctions/one-network/ids.json'
import { type FormContext, type FormSchema, validateForm } from '../../../miniprogram/shared/form'
import { fullWidth } from '../../../scripts/convert-forms/punctuation'
import { readSeed } from '../../../scripts/convert-forms/seed'
import { TODAY, withForm } from '../fixtures/context'
import type { Case, MatterFixture, RuleCase } from '../fixtures/matter-fixture'
import { MATTER_FIXTURES } from '../fixtures/matters'

/** Each rule of each matter has a case in which it says nothing, and one in which it speaks at the very places. */

const seed = readSeed(join(__dirname, '..', '..', '..'))
const idOf = ({ check }: RuleCase): string => check.split(' ')[0] ?? ''

/** The form that a case is about, and the answers that it starts from. */
function basisOf(fixture: MatterFixture, one: RuleCase): { schema: FormSchema; context: FormContext } {
  const context = one.base === 'maximal' ? fixture.maximal : fixture.minimal
  if (one.of === undefined) return { schema: fixture.schema, context }
  const words = ids.matters.find(({ slug }) => slug === fixture.slug) as { forms: Record<string, string> } | undefined
  const schema = formById(words?.forms[one.of] ?? '')
  const answers = fixture.otherForms[one.of]
  if (!schema || !answers) throw new Error(`${fixture.slug} has no form ${one.of}`)
  return { schema, context: { ...context, form: answers(TODAY) } }
}

function told(fixture: MatterFixture, { form = {}, ...rest }: Case, one: RuleCase) {
  const { schema, context } = basisOf(fixture, one)
  return validateForm(schema, withForm({ ...context, ...rest }, form), workingDays)
}

describe.each(MATTER_FIXTURES.map((fixture) => [fixture.slug, fixture] as const))('%s', (slug, fixture) => {
  const { ruleCases, schema } = fixture
  const places = (answers: Case, one: RuleCase): readonly string[] =>
    told(fixture, answers, one)
      .filter(
        ({ code, field }) =>
          code === (one.code ?? `rule:${idOf(one)}`) && (one.code !== 'required' || one.at.includes(field)),
      )
      .map(({ field }) => field)

  test.each(ruleCases.map((one) => [one.check, one] as const))('%s', (_name, one) => {
    expect(one.quiet ? places(one.quiet, one) : []).toEqual([])
    expect(places(one.told, one)).toEqual(one.at)
  })

  test('every check of the specification has a case, except those that an officer makes by hand', () => {
    const matter = seed.matters.find((m) => m.slug === slug)
    const checks = matter?.checks.filter(({ kind }) => kind !== 'manual').map(({ id }) => id)
    expect([...new Set(ruleCases.map(idOf))].sort()).toEqual(checks?.sort())
  })

  test('every case has answers that the check says nothing about, except of what is told to everybody', () => {
    const matter = seed.matters.find((m) => m.slug === slug)
    const always = matter?.checks.filter(({ kind, when }) => kind === 'message' && when === undefined)
    expect(ruleCases.filter(({ quiet }) => quiet === undefined).map(idOf)).toEqual(always?.map(({ id }) => id))
  })

  test('what a citizen reads has the punctuation of Chinese text, no shorthand, and the numbers filled in', () => {
    for (const { id, message } of schema.rules) {
      expect([id, fullWidth(message)]).toEqual([id, message])
      expect([id, message]).toEqual([id, expect.not.stringMatching(/[≥≤<>＞＜]/)])
    }
    const messages = ruleCases.flatMap((one) => told(fixture, one.told, one)).map(({ message }) => message)
    expect(messages.filter((message) => message.includes('{'))).toEqual([])
  })
})

test('a rule that waits for a parameter says nothing with the value that is shipped, and is wanted by its own case', () => {
  const waiting = MATTER_FIXTURES.flatMap((fixture) => (fixture.waitsFor ?? []).map((it) => ({ fixture, ...it })))
  for (const { fixture, rule, param } of waiting) {
    const cases = fixture.ruleCases.filter((one) => idOf(one) === rule)
    expect([rule, cases.length > 0]).toEqual([rule, true])
    for (const one of cases) {
      // With the parameter set, and with the one that is shipped until the office confirms a value.
      const { param: set, ...answers } = one.told
      expect([rule, set?.[param]]).not.toEqual([rule, fixture.minimal.param[param]])
      const codes = told(fixture, answers, one).map(({ code }) => code)
      expect([rule, codes]).toEqual([rule, expect.not.arrayContaining([`rule:${rule}`])])
    }
    expect(parameters.find(({ name }) => name === param)?.status).toBe('to be confirmed')
  }
})
