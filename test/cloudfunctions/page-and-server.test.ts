import fc from 'fast-check'
import { createHash, randomBytes } from 'node:crypto'
import { factsOf } from '../../cloudfunctions/actions/declaration/facts'
import { sealAnswers } from '../../cloudfunctions/actions/declaration/form-rows'
import { type ReadSources, sealSources } from '../../cloudfunctions/actions/declaration/sources'
import { judge } from '../../cloudfunctions/actions/declaration/verdict'
import { formById } from '../../cloudfunctions/forms'
import { calendarAround } from '../../cloudfunctions/forms/working-days'
import { type Profile } from '../../cloudfunctions/one-network/mappers/account'
import { type AttachmentRow } from '../../cloudfunctions/stores/attachments'
import { type DeclarationRow } from '../../cloudfunctions/stores/declarations'
import { Draft } from '../../miniprogram/packages/declare/draft/draft'
import { type Declaration } from '../../miniprogram/shared/domain/declaration'
import { NO_PROMISES } from '../../miniprogram/shared/domain/promise'
import { type Material } from '../../miniprogram/shared/domain/matter'
import {
  type Answers,
  type AnswerValue,
  type Field,
  fieldsOf,
  type FormSchema,
  normalizePatch,
  type Problem,
  type TableRow,
  validateForm,
  workingDaysBy,
} from '../../miniprogram/shared/form'
import { TODAY } from '../shared/fixtures/context'
import { type RuleCase } from '../shared/fixtures/matter-fixture'
import { MATTER_FIXTURES } from '../shared/fixtures/matters'
import { wordsOf } from './support/file-matter'

/** What the page finds in what was typed, and what the server finds in what it stored of it, is the same list. */

const RUNS = 1_000
const NOW = Date.parse(`${TODAY}T02:00:00Z`)
const DRAFT = 'draft-of-the-fixtures'

beforeAll(() => {
  Object.assign(process.env, {
    ONE_NETWORK_URL: 'http://127.0.0.1:9',
    ONE_NETWORK_APP_KEY: 'key',
    ONE_NETWORK_APP_SECRET: 'secret',
    ONE_NETWORK_SM2_PUBLIC_KEY: `04${'0'.repeat(128)}`,
    SEALING_KEY: randomBytes(32).toString('base64'),
  })
})

const PROFILE: Profile = {
  userId: 'u1',
  subjectType: 'enterprise',
  name: '天津星槎速达货运有限公司',
  uscc: '91120116MA0FXN011B',
}

/** What the credit service says of a haulier, when it was asked: its scope is not that of a bookshop. */
const REGISTERED: ReadSources = {
  openedOn: TODAY,
  credit: {
    facts: {
      ent_name: PROFILE.name,
      uscc: PROFILE.uscc ?? null,
      ent_type: 'llc',
      legal_person: null,
      address: null,
      reg_capital: null,
      est_date: null,
      biz_scope: '道路货物运输（不含危险货物）。',
      dishonest: '0',
    },
    askedOn: TODAY,
  },
  previous: {},
}

/** Texts as people type and paste them, right and wrong. */
const anyText = fc.oneof(
  fc.constantFrom(
    '天津虚构公司',
    ' 陆明棠 ',
    '１２０１１６',
    '津Ａ12345',
    '22：30',
    '😀',
    '<script>alert(1)</script>',
    '𠮷野',
  ),
  fc.constantFrom(
    'x\u0000y',
    '一\u200b二',
    '长'.repeat(3000),
    '13000000102',
    '022-12345678',
    'a@b.cn',
    '12011619800214002X',
  ),
  fc.string({ maxLength: 40 }),
)
const anyNumber = fc.oneof(
  fc.integer({ min: -2, max: 30_000 }),
  fc.constantFrom(0.1, 54.999999, 55.5, 1e13, '１５', ' 4500 '),
)
const anyDay = fc.oneof(
  fc.integer({ min: -40_000, max: 800 }).map((days) => dayAfter(days)),
  fc.constantFrom('2026-11-02', '2026-05-02', '2026-02-30', '2027-06-07', '明天'),
)
const dayAfter = (days: number): string => new Date(NOW + days * 86_400_000).toISOString().slice(0, 10)

/** Values that a page can hold for a field; what no page can hold (another JSON shape) is in field-types.test.ts. */
function valueOf(field: Field, base: AnswerValue): fc.Arbitrary<unknown> {
  const options = [...(field.options ?? []).map(({ value }) => value), 'gone']
  switch (field.type) {
    case 'number':
    case 'money':
    case 'area':
      return anyNumber
    case 'date':
      return anyDay
    case 'daterange':
      return fc.record({ begin: anyDay, end: anyDay })
    case 'boolean':
      return fc.constantFrom('0', '1')
    case 'single_choice':
      return fc.constantFrom(...options)
    case 'multi_choice':
      return fc.subarray(options)
    case 'signature':
      return fc.constantFrom(base, [])
    case 'table':
      return rowsOf(field, Array.isArray(base) ? (base as readonly TableRow[]) : [])
    default:
      return anyText
  }
}

/** Rows of the fixture, again and again, with cells changed and emptied. */
function rowsOf(field: Field, base: readonly TableRow[]): fc.Arbitrary<unknown> {
  const row = fc
    .constantFrom(...(base.length > 0 ? base : [{}]))
    .chain((start) => changed(field.columns ?? [], start, 12))
  return fc.array(row, { maxLength: 4 })
}

/** The fixture's answers with some of them changed: one field in `rarity`, so that the rules behind them are reached. */
function changed(
  fields: readonly Field[],
  base: Answers,
  rarity: number,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const keep = (value: AnswerValue): fc.Arbitrary<unknown> => fc.constant(value)
  return fc.record(
    Object.fromEntries(
      fields.map((field) => {
        const own = base[field.id] ?? null
        return [
          field.id,
          fc.oneof(
            { weight: 5 * rarity, arbitrary: keep(own) },
            { weight: 5, arbitrary: valueOf(field, own) },
            { weight: 1, arbitrary: keep(null) },
          ),
        ] as const
      }),
    ),
  )
}

function signatureRows(schema: FormSchema, answers: Answers, materialId: string): AttachmentRow[] {
  return fieldsOf(schema)
    .filter(({ type }) => type === 'signature')
    .flatMap(({ id }) => {
      const value = answers[id]
      return Array.isArray(value)
        ? value.map((_id: unknown) => ({ _id, materialId, fieldId: id, state: 'delivered' }))
        : []
    }) as unknown as AttachmentRow[]
}

/** As form-schemas.ts names the form that is served now: it is found without a database. */
function schemaIdOf({ formId, version }: FormSchema): string {
  const served = JSON.stringify(formById(formId))
  return `${formId}_${version}_${createHash('sha256').update(served).digest('hex').slice(0, 16)}`
}

/** The server's problems with the stored answers. */
async function serverProblems(
  row: Pick<DeclarationRow, '_id' | 'matterId' | 'optionIds' | 'sources' | 'materials' | 'promisedMaterialIds'>,
  form: { readonly schema: FormSchema; readonly materialId: string; readonly answers: Answers },
  files: readonly AttachmentRow[],
): Promise<readonly Problem[]> {
  const { schema, materialId, answers } = form
  const formRow = {
    materialId,
    schemaId: schemaIdOf(schema),
    formVersion: schema.version,
    answers: sealAnswers(row._id, materialId, answers),
  }
  // The verdict reads nothing else of a declaration.
  const verdict = await judge({ ...row, forms: [formRow] } as unknown as DeclarationRow, PROFILE, files, NOW)
  return verdict.problems[materialId] ?? []
}

describe.each(MATTER_FIXTURES.map((fixture) => [fixture.slug, fixture] as const))('%s', (slug, fixture) => {
  const { schema, minimal, maximal, invalid, starts: others } = fixture
  const { itemId, materials, situations } = wordsOf(slug)
  const materialId = materials['app_form'] ?? ''
  const needed = Object.values(materials).map((id) => ({ materialId: id })) as unknown as readonly Material[]
  const everyOption = Object.values(situations).flatMap(({ options }) => Object.values(options))
  const starts = [minimal.form, maximal.form, invalid.context.form, ...others.map((it) => ({ ...minimal.form, ...it }))]
  const typed = fc.oneof(...starts.map((form) => changed(fieldsOf(schema), form, 30)))

  test(`${RUNS} generated answers: page and server say the same`, async () => {
    const seen = new Map<string, number>()
    let clean = 0
    await fc.assert(
      fc.asyncProperty(
        typed,
        fc.subarray(everyOption),
        fc.nat(2),
        fc.boolean(),
        async (values, optionIds, trained, known) => {
          const sources = known ? sealSources(DRAFT, REGISTERED) : ''
          const row = { _id: DRAFT, matterId: itemId, optionIds, sources, materials: needed, promisedMaterialIds: [] }
          const files = Array.from({ length: trained }, (_, i) => ({
            _id: `f${i}`,
            materialId: materials['train3'] ?? '',
            fieldId: '',
            state: 'delivered',
          })) as unknown as AttachmentRow[]
          const declaration = {
            version: 1,
            forms: [{ materialId, schema, answers: {}, origins: {}, offers: {} }],
            facts: factsOf(row, PROFILE),
            materials: needed,
            attachments: files.map(({ _id, materialId: of, state }) => ({ attachmentId: _id, materialId: of, state })),
            promises: NO_PROMISES,
            calendar: calendarAround(TODAY),
            today: TODAY,
          } as unknown as Declaration
          const draft = new Draft(declaration)
          for (const [id, value] of Object.entries(values)) draft.set(materialId, id, value as AnswerValue)
          const onPage = draft.problems(materialId)

          const sent = JSON.parse(JSON.stringify(draft.answers(materialId))) as Readonly<Record<string, unknown>>
          const { answers, problems: refused } = normalizePatch(schema, sent)
          // What cannot be saved stays on the page, which says so; the server never sees it.
          const unsaved = new Set(refused.map(({ field }) => field))
          const left = onPage.filter(({ code }) => code === 'type').map(({ field }) => field)
          expect(left.filter((field) => !unsaved.has(field))).toEqual([])
          const savable = { ...draft.context(materialId), form: omit(draft.answers(materialId), unsaved) }
          const page = unsaved.size === 0 ? onPage : validateForm(schema, savable, workingDaysBy(declaration.calendar))

          const onServer = await serverProblems(row, { schema, materialId, answers }, [
            ...files,
            ...signatureRows(schema, answers, materialId),
          ])
          expect(onServer).toEqual(page)
          page.forEach(({ code }) => seen.set(code, (seen.get(code) ?? 0) + 1))
          if (!page.some(({ severity }) => severity === 'error')) clean += 1
        },
      ),
      { numRuns: RUNS, seed: 20261102 },
    )
    const rules = schema.rules.map(({ id, outcome }) => `${outcome.kind === 'problem' ? 'rule' : 'effect'}:${id}`)
    const waiting = (fixture.waitsFor ?? []).map(({ rule }) => `rule:${rule}`)
    expect(waiting.filter((code) => seen.has(code))).toEqual([])
    const silent = [...waiting, ...outspoken(fixture.ruleCases)]
    expect(rules.filter((code) => !seen.has(code) && !silent.includes(code))).toEqual([])
    expect([...seen.keys()].filter((code) => code.startsWith('defect'))).toEqual([])
    expect(clean).toBeGreaterThan(0)
    process.stdout.write(`${slug}: ${RUNS} answers, ${clean} without an error, ${seen.size} kinds of problems\n`)
  }, 300_000)
})

/** A field whose own bound is the rule's speaks first (`code` of every case of the rule): the rule is never reached. */
function outspoken(cases: readonly RuleCase[]): string[] {
  const checkOf = ({ check }: RuleCase): string => check.split(' ')[0] ?? ''
  const reached = new Set(cases.filter(({ code }) => !code || code.startsWith('effect:')).map(checkOf))
  return cases
    .map(checkOf)
    .filter((check) => !reached.has(check))
    .map((check) => `rule:${check}`)
}

const omit = (answers: Answers, names: ReadonlySet<string>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !names.has(id)))
