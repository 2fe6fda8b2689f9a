import { workingDays } from '../../../cloudfunctions/calendar/working-days'
import parameters from '../../../cloudfunctions/matters/shared/parameters.json'
import { type FormContext, type FormSchema, validateForm } from '../../../miniprogram/shared/form'
import { folderOf, formOfMaterial } from '../../support/matters'
import { TODAY, withForm } from '../fixtures/context'
import type { Case, MatterFixture, RuleCase } from '../fixtures/matter-fixture'
import { MATTER_FIXTURES } from '../fixtures/matters'

/** Each rule of each matter has a case in which it says nothing, and one in which it speaks at the very places. */

const idOf = ({ check }: RuleCase): string => check.split(' ')[0] ?? ''

/** The form that a case is about, and the answers that it starts from. */
function basisOf(fixture: MatterFixture, one: RuleCase): { schema: FormSchema; context: FormContext } {
  const context = one.base === 'maximal' ? fixture.maximal : fixture.minimal
  if (one.of === undefined) return { schema: fixture.schema, context }
  const material = folderOf(fixture.slug).guide.materials.find(({ key }) => key === one.of)
  const schema = material && formOfMaterial(fixture.slug, material)
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
    expect(places(one.quiet, one)).toEqual([])
    expect(places(one.told, one)).toEqual(one.at)
  })

  test('every rule has a case, and every other case is about a requirement of the fields', () => {
    const rules = Object.values(folderOf(slug).forms).flatMap((form) => form.rules.map(({ id }) => id))
    const [judged, others] = [true, false].map((is) => ruleCases.filter((one) => rules.includes(idOf(one)) === is))
    expect([...new Set(judged?.map(idOf))].sort()).toEqual(rules.sort())
    expect(others?.filter(({ code }) => code !== 'required')).toEqual([])
  })

  test('nothing is told to everybody, whatever the case: it belongs to a case or into the guide', () => {
    const always = schema.rules.filter(({ holds, when }) => holds === false && when === undefined)
    expect(always.map(({ id }) => id)).toEqual([])
  })

  test('what a citizen reads has the numbers filled in', () => {
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
