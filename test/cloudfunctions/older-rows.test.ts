import { toBeijingDate } from '../../miniprogram/shared/domain/time'
import { findWatch } from '../../cloudfunctions/stores/case-watches'
import { type DeclarationRow, findDeclaration } from '../../cloudfunctions/stores/declarations'
import { findSupplement, type SupplementRow } from '../../cloudfunctions/stores/supplements'
import { startSystem, type System } from '../support/system'
import recorded from './fixtures/rows-of-version-0.json'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { attach, completeDraft, NURSE, open } from './support/nurse'
import { addFile, askedCase, onlyRound } from './support/supplement'

/**
 * Rows that the release before row versions wrote, recorded from a filing on the sandbox: a submitted declaration and its
 * supplement, and a complete draft, of one fictional citizen.
 */
const [submitted, draft] = recorded.declarations
const [supplement] = recorded.supplements
const [watch] = recorded.case_watches
if (!submitted || !draft || !supplement || !watch) throw new Error('the recorded rows are incomplete')

let system: System
let database: ReturnType<typeof databaseOf>
let citizen: Citizen
beforeAll(async () => {
  system = await startSystem()
  database = databaseOf(system)
  citizen = new Citizen(system, 'older-rows')
  await citizen.bind(NURSE.account)
  await add('form_schemas', recorded.form_schemas)
}, 60_000)
afterAll(() => system.close())

const add = async (collection: keyof typeof recorded, rows: readonly object[]): Promise<void> => {
  for (const row of rows) await database.add(collection, row)
}
const fieldOf = (row: object, field: string): unknown => new Map<string, unknown>(Object.entries(row)).get(field)

test('the recorded rows are of version 0, and lack what was optional then', () => {
  for (const row of Object.values(recorded).flat()) expect(row).not.toHaveProperty('rowVersion')
  expect(draft).not.toHaveProperty('formMoves')
  expect(submitted.submittedFiles[0]).not.toHaveProperty('earlier')
  expect(watch).not.toHaveProperty('promiseDeadline')
  expect(supplement.asked.items[1]).not.toHaveProperty('formId')
})

test('a store hands older rows out as today’s', async () => {
  await add('declarations', [submitted])
  await add('supplements', [supplement])
  await add('case_watches', [watch])
  const declaration = await findDeclaration(submitted._id, submitted)
  expect(declaration).toMatchObject({ caseNo: submitted.caseNo, formMoves: '' } satisfies Partial<DeclarationRow>)
  expect(declaration?.submittedFiles.map(({ earlier }) => earlier)).toEqual(submitted.submittedFiles.map(() => null))
  const answer = await findSupplement(supplement._id, supplement)
  expect(answer?.asked).toMatchObject({ ...supplement.asked, noticeNo: supplement.asked.noticeNo ?? '' })
  expect(answer?.asked.items.map(({ formId }) => formId)).toEqual(['BD12011600001401', ''])
  expect((await findWatch(watch._id))?.promiseDeadline).toBeNull()
  await database.remove('declarations', { _id: submitted._id })
}, 60_000)

/** What the provider of this run named stands in the place of what the recorded run's had named. */
async function becomeRecorded(draftId: string): Promise<void> {
  const [live] = await database.rows('declarations', { _id: draftId })
  const files = await database.rows('attachments', { draftId })
  await database.remove('declarations', { _id: draftId })
  await database.remove('attachments', { draftId })
  const { startRequestNo, submitRequestNo, declareNo } = live as unknown as DeclarationRow
  await add('declarations', [{ ...draft, startRequestNo, submitRequestNo, declareNo }])
  const twins = [...files]
  // Today's form has no signature of the institution, so no file of this run stands for it.
  const attachments = recorded.attachments
    .filter(({ fieldId }) => fieldId !== 'org_sign')
    .map((file) => {
      const at = twins.findIndex(
        (one) => fieldOf(one, 'materialId') === file.materialId && fieldOf(one, 'fieldId') === file.fieldId,
      )
      const [twin] = twins.splice(at, 1)
      if (at < 0 || !twin) throw new Error(`no file for ${file.materialId}`)
      const { attachId, fileId, cloudPath, digest } = twin
      return { ...file, attachId, fileId, cloudPath, digest }
    })
  await add('attachments', attachments)
}

test('a draft of the earlier release is opened, changed and filed', async () => {
  const live = await completeDraft(citizen, 'older-rows-live')
  await becomeRecorded(live.draftId)
  const { _id: draftId } = draft as { _id: string }
  // The form has another version since: what was filled in moves over, and is signed anew.
  const { version, forms } = await open(citizen, draftId)
  expect(forms[0]?.answers).toMatchObject({ name: '虞青禾', reg_type: 'first' })
  const { attachmentId } = await attach(citizen, { draftId, materialId: NURSE.form, fieldId: 'applicant_sign' })
  const saved = await citizen.call('declaration.save', {
    draftId,
    baseVersion: version,
    forms: [
      {
        materialId: NURSE.form,
        answers: { sign_date: toBeijingDate(Date.now()), declare_true: '1', applicant_sign: [attachmentId] },
      },
    ],
  })
  const outcome = await citizen.call('declaration.submit', { draftId, version: saved.version })
  expect(outcome).toMatchObject({ state: 'submitted', receipt: { delivered: 6, total: 6 } })
}, 60_000)

test('a round of the earlier release is answered and submitted', async () => {
  const caseNo = await askedCase(citizen, 'older-rows', { withForm: true })
  const live = await onlyRound(citizen, caseNo)
  const [row] = await database.rows('supplements', { _id: live.supplementId })
  const { _id, requestNo, forms, before, fileCounts } = row as unknown as SupplementRow
  await database.remove('supplements', { _id })
  await add('supplements', [{ ...supplement, _id, caseNo, requestNo, forms, before, fileCounts }])
  const round = await onlyRound(citizen, caseNo)
  expect(round.supplementId).toBe(_id)
  await addFile(citizen, round)
  const { version } = await citizen.call('supplement.saveForm', {
    supplementId: _id,
    baseVersion: round.version,
    forms: [{ materialId: NURSE.form, answers: { major: '护理学' } }],
  })
  const outcome = await citizen.call('supplement.submit', { supplementId: _id, version, remark: '已更换' })
  expect(outcome).toMatchObject({ state: 'submitted' })
}, 60_000)
