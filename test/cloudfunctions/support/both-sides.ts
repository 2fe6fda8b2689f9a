import { createHash } from 'node:crypto'
import { toAttachment } from '../../../cloudfunctions/domain/attachment/view'
import { factsOf } from '../../../cloudfunctions/domain/declaration/facts'
import { answersOf } from '../../../cloudfunctions/domain/declaration/form-rows'
import { type ReadSources, SOURCES } from '../../../cloudfunctions/domain/declaration/sources'
import { judge } from '../../../cloudfunctions/domain/declaration/verdict'
import { formById } from '../../../cloudfunctions/matters/forms'
import { calendarAround } from '../../../cloudfunctions/calendar/working-days'
import { type Profile } from '../../../cloudfunctions/one-network/mappers/account'
import { type AttachmentRow } from '../../../cloudfunctions/stores/attachments'
import { type DeclarationRow } from '../../../cloudfunctions/stores/declarations'
import { Draft } from '../../../miniprogram/packages/declare/draft/draft'
import { type Declaration } from '../../../miniprogram/shared/domain/declaration'
import { type Material } from '../../../miniprogram/shared/domain/matter'
import { NO_PROMISES } from '../../../miniprogram/shared/domain/promise'
import {
  type Answers,
  type AnswerValue,
  fieldsOf,
  type FormSchema,
  normalizePatch,
  type Problem,
  holdsFiles,
} from '../../../miniprogram/shared/form'
import { problemsOf } from '../../../miniprogram/shared/judge'
import { functionEnvironment } from '../../../sandbox/environment'
import { TODAY } from '../../shared/fixtures/context'
import { type MatterFixture } from '../../shared/fixtures/matter-fixture'
import { wordsOf } from './file-matter'

/** The same answers, judged by the page's code and by the server's code, without a network between them. */

const NOW = Date.parse(`${TODAY}T02:00:00Z`)
const DRAFT = 'draft-of-the-fixtures'
const CALENDAR = calendarAround(TODAY)

/** What the functions' configuration wants before anything is sealed; nothing is called. */
export function configureForSealing(): void {
  const credentials = {
    appKey: 'key',
    appSecret: 'secret',
    callbackSecret: 'callback-secret',
    sm2PublicKey: `04${'0'.repeat(128)}`,
  }
  Object.assign(process.env, functionEnvironment({ url: 'http://127.0.0.1:9', credentials }))
}

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

function signatureRows(schema: FormSchema, answers: Answers, materialId: string): AttachmentRow[] {
  return fieldsOf(schema)
    .filter(holdsFiles)
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

/** A draft as somebody may have filled it in. */
export interface Filled {
  readonly values: Readonly<Record<string, unknown>>
  readonly optionIds: readonly string[]
  /** Files of the material that the rules count. */
  readonly counted: number
  /** Did the credit service say something? */
  readonly known: boolean
}

export interface Sides {
  readonly page: readonly Problem[]
  readonly server: readonly Problem[]
  /** Fields that the page finds misshapen although they can be saved. */
  readonly misjudged: readonly string[]
}

/** What does not differ between the drafts of a matter. */
function matterOf({ slug, schema }: MatterFixture) {
  const { itemId, materials } = wordsOf(slug)
  const needed = Object.values(materials).map((id) => ({ materialId: id })) as unknown as readonly Material[]
  return {
    schema,
    itemId,
    needed,
    materialId: materials['app_form'] ?? '',
    countedId: materials[countedIn(schema)] ?? '',
    schemaId: schemaIdOf(schema),
    sources: SOURCES.seal(DRAFT, REGISTERED),
  }
}

type Matter = ReturnType<typeof matterOf>

/** Key of the first material whose files a rule counts; '' = none does. */
const countedIn = ({ rules }: FormSchema): string =>
  /"attachments\.(\w+)"/.exec(JSON.stringify(rules.map(({ when, holds }) => [when, holds])))?.[1] ?? ''

/** What of the stored draft both sides are told. */
function rowOf({ itemId, needed, sources }: Matter, { optionIds, known }: Filled) {
  const told = known ? sources : ''
  return { _id: DRAFT, matterId: itemId, optionIds, sources: told, materials: needed, promisedMaterialIds: [] }
}

type Row = ReturnType<typeof rowOf>

const filesOf = ({ countedId }: Matter, { counted }: Filled): readonly AttachmentRow[] =>
  Array.from({ length: counted }, (_, i) => ({
    _id: `f${i}`,
    materialId: countedId,
    fieldId: '',
    state: 'delivered',
  })) as unknown as AttachmentRow[]

/** The page's draft after everything was typed. */
function typedDraft({ schema, materialId, needed }: Matter, row: Row, filled: Filled, files: readonly AttachmentRow[]) {
  const declaration = {
    kind: 'declaration',
    version: 1,
    forms: [{ materialId, schema, answers: {}, origins: {}, offers: {} }],
    facts: factsOf(row, PROFILE),
    materials: needed,
    attachments: files.map(toAttachment),
    promises: NO_PROMISES,
    calendar: CALENDAR,
    today: TODAY,
  } as unknown as Declaration
  const draft = new Draft(declaration)
  for (const [id, value] of Object.entries(filled.values)) draft.set(materialId, id, value as AnswerValue)
  return draft
}

/** The server's problems with the stored answers. */
async function serverProblems(
  { materialId, schemaId, schema }: Matter,
  row: Row,
  answers: Answers,
  files: readonly AttachmentRow[],
): Promise<readonly Problem[]> {
  const sealed = answersOf(materialId).seal(row._id, answers)
  const form = { materialId, schemaId, formVersion: schema.version, answers: sealed }
  // The verdict reads nothing else of a declaration.
  const verdict = await judge({ ...row, forms: [form] } as unknown as DeclarationRow, PROFILE, files, NOW)
  return verdict.problems[materialId] ?? []
}

/** Judges drafts of a matter on both sides. */
export function sidesOf(fixture: MatterFixture): (filled: Filled) => Promise<Sides> {
  const matter = matterOf(fixture)
  const { schema, materialId } = matter
  return async (filled) => {
    const row = rowOf(matter, filled)
    const files = filesOf(matter, filled)
    const draft = typedDraft(matter, row, filled, files)
    const typed = normalizePatch(schema, filled.values).answers
    signatureRows(schema, typed, materialId).forEach((file) => draft.setAttachment(toAttachment(file)))
    const onPage = draft.problems(materialId)

    const sent = JSON.parse(JSON.stringify(draft.answers(materialId))) as Readonly<Record<string, unknown>>
    const { answers, problems: refused } = normalizePatch(schema, sent)
    // What cannot be saved stays on the page, which says so; the server never sees it.
    const unsaved = new Set(refused.map(({ field }) => field))
    const left = onPage.filter(({ code }) => code === 'type').map(({ field }) => field)
    const savable = { materialId, schema, answers: omit(draft.answers(materialId), unsaved) }
    const page = unsaved.size === 0 ? onPage : problemsOf(savable, [savable], draft.grounds)
    const signed = [...files, ...signatureRows(schema, answers, materialId)]
    const server = await serverProblems(matter, row, answers, signed)
    return { page, server, misjudged: left.filter((field) => !unsaved.has(field)) }
  }
}

const omit = (answers: Answers, names: ReadonlySet<string>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !names.has(id)))
