import Ajv from 'ajv'
import fc from 'fast-check'
import { join } from 'node:path'
import { formParameters } from '../../../cloudfunctions/forms'
import formSchema from '../../../cloudfunctions/forms/form.schema.json'
import ids from '../../../cloudfunctions/one-network/ids.json'
import { type FormSchema } from '../../../miniprogram/shared/form'
import { FIELD_TYPES } from '../../../miniprogram/shared/form/fields'
import { lintForm, type Vocabulary } from '../../../miniprogram/shared/form/lint'
import { isPatternName, PATTERNS } from '../../../miniprogram/shared/form/patterns'
import { toNotes, toRequirements } from '../../../scripts/convert-forms/checks'
import { convertForms, type FormFiles } from '../../../scripts/convert-forms/convert'
import { PATTERN_NAMES } from '../../../scripts/convert-forms/patterns'
import { readSeed, type SeedField, type SeedMatter } from '../../../scripts/convert-forms/seed'

/** Three matters are walked here; that the language can say what all of them need is proved by converting all. */
const seed = readSeed(join(__dirname, '..', '..', '..'))
const FORMS = new Map<string, FormFiles>(seed.matters.map(({ slug }) => [slug, convertForms(seed, [slug])]))

const validate = new Ajv({ allowUnionTypes: true }).compile(formSchema)

const formsOf = (slug: string): readonly (readonly [string, FormSchema])[] => Object.entries(FORMS.get(slug) ?? {})

interface MatterWords {
  readonly slug: string
  readonly situations: Readonly<Record<string, { readonly options: object }>>
  readonly materials: object
}

function vocabularyOf(slug: string): Vocabulary {
  const words = (ids.matters as unknown as readonly MatterWords[]).find((matter) => matter.slug === slug)
  return {
    situations: Object.fromEntries(
      Object.entries(words?.situations ?? {}).map(([key, { options }]) => [key, Object.keys(options)]),
    ),
    materials: Object.keys(words?.materials ?? {}),
    parameters: formParameters(),
  }
}

const fieldsOfSeed = ({ forms }: SeedMatter): readonly SeedField[] =>
  forms.flatMap((form) => form.sections.flatMap((section) => section.fields)).flatMap((f) => [f, ...(f.columns ?? [])])

test('the whole specification is here', () => {
  const checks = seed.matters.flatMap((matter) => matter.checks)
  const types = new Set(seed.matters.flatMap(fieldsOfSeed).map(({ type }) => type))
  expect([seed.matters.length, checks.length, new Set(checks.map(({ kind }) => kind)).size]).toEqual([22, 149, 47])
  expect([...types].filter((type) => !FIELD_TYPES.includes(type))).toEqual([])
})

describe.each(seed.matters.map((matter) => [matter.slug, matter] as const))('%s', (slug, matter) => {
  test('its forms follow the JSON Schema and have no defects', () => {
    for (const [name, form] of formsOf(slug)) {
      validate({ $schema: './form.schema.json', ...form })
      expect([name, validate.errors]).toEqual([name, null])
      expect([name, lintForm(form, vocabularyOf(slug))]).toEqual([name, []])
    }
  })

  test('every field and column of the specification is there with its type', () => {
    const wanted = fieldsOfSeed(matter).map(({ id, type }) => `${id} ${type}`)
    const own = formsOf(slug).filter(([name]) => name.startsWith(slug))
    const fields = own.flatMap(([, form]) => form.sections.flatMap((section) => section.fields))
    expect(fields.flatMap((f) => [f, ...(f.columns ?? [])]).map(({ id, type }) => `${id} ${type}`)).toEqual(wanted)
  })

  test('every check is a rule, a note for the officer, or a requirement of the fields', () => {
    const forms = formsOf(slug).map(([, form]) => form)
    const rules = new Map(forms.flatMap((form) => form.rules.map((rule) => [rule.id, rule] as const)))
    const notes = forms.flatMap((form) => form.notes)
    const fields = forms.flatMap((form) => form.sections.flatMap((section) => section.fields))
    for (const check of matter.checks) {
      const rule = rules.get(check.id)
      const noted = toNotes([check]).some((note) => notes.includes(note))
      const required = [...toRequirements([check]).keys()]
      const demanded =
        required.length > 0 &&
        required.every((id) => fields.some((f) => f.id === id && (f.required === true || f.requiredWhen !== undefined)))
      expect([check.id, [rule !== undefined, noted, demanded].filter(Boolean).length]).toEqual([check.id, 1])
      const severity = rule?.outcome.kind === 'problem' ? rule.outcome.severity : 'info'
      const mayBlock = check.evidence !== 'knowledge' && check.params.severity_over === undefined
      if (rule) expect([check.id, severity === 'error' && !mayBlock]).toEqual([check.id, false])
    }
  })
})

test('what the specification blocks and has a source for, blocks', () => {
  const blocking = seed.matters.flatMap(({ slug, checks }) =>
    checks
      .filter(({ severity, evidence, kind, params }) => {
        const isRule = !['manual', 'required_if', 'table_all', 'redirect_if', 'route_if'].includes(kind)
        return severity === 'error' && evidence !== 'knowledge' && isRule && params.severity_over === undefined
      })
      .map(({ id }) => `${slug}.${id}`),
  )
  const converted = [...FORMS].flatMap(([slug, forms]) =>
    Object.values(forms).flatMap(({ rules }) =>
      rules
        .filter(({ outcome }) => outcome.kind === 'problem' && outcome.severity === 'error')
        .map(({ id }) => `${slug}.${id}`),
    ),
  )
  expect(converted.sort()).toEqual(blocking.sort())
})

test('every pattern has a name and a word for the citizen; no form holds a regular expression', () => {
  const written = seed.matters
    .flatMap(fieldsOfSeed)
    .flatMap(({ constraints }) => [constraints?.pattern, constraints?.else_pattern])
    .filter((pattern) => pattern !== undefined)
  for (const pattern of written) expect([pattern, PATTERN_NAMES[pattern] !== undefined]).toEqual([pattern, true])
  for (const name of Object.values(PATTERN_NAMES)) {
    expect([name, isPatternName(name)]).toEqual([name, true])
    expect(PATTERNS[name].message).toMatch(/[\u4e00-\u9fa5].{5,}/)
  }
  expect(JSON.stringify([...FORMS.values()])).not.toMatch(/"\^/)
})

test.each(Object.entries(PATTERN_NAMES).filter(([, name]) => name !== 'id-card' && name !== 'uscc'))(
  '%s is the pattern %s (the two with check digits are in checksums.test.ts)',
  (expression, name) => {
    const written = new RegExp(expression)
    fc.assert(fc.property(fc.stringMatching(written), (text) => PATTERNS[name].test(text)))
    fc.assert(fc.property(fc.string(), (text) => PATTERNS[name].test(text) === written.test(text)))
  },
)
