import { formOf } from '../../scripts/keys/stored-forms'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { pdf } from './support/files'
import { attach, completeDraft, NURSE } from './support/nurse'
import { storedTexts } from './support/stored'
import { onlyRound, PROOF } from './support/supplement'

/** Nothing personal lies in clear in any collection, whatever a citizen does from her login to her answer to a supplement. */

const OFFICE_SENTENCE = '虞青禾同志的身份证影像不清，请到窗口说明'
const REMARK = '已按虞青禾本人身份证更换'
const FILE_NAME = '虞青禾 身份证 120116199607210042.pdf'

let system: System
let citizen: Citizen
let asked = ''
let openDraft = ''
beforeAll(async () => {
  system = await startSystem()
  citizen = new Citizen(system, 'in-clear')
  await citizen.bind(NURSE.account)
  const draft = await completeDraft(citizen, 'in-clear')
  await attach(citizen, { draftId: draft.draftId, materialId: PROOF }, pdf('in clear'), FILE_NAME)
  const outcome = await citizen.call('declaration.submit', draft)
  if (outcome.state !== 'submitted') throw new Error('not submitted')
  const { caseNo } = outcome.receipt
  system.provider.office.act(caseNo, 'requestSupplement', {
    opinion: OFFICE_SENTENCE,
    materialIds: [NURSE.form, PROOF],
    reasons: { [PROOF]: OFFICE_SENTENCE },
  })
  await databaseOf(system).update('case_watches', { caseNo }, { pollAt: 0 })
  await system.cloud.runInConsole('scheduler', { job: 'poll' })
  const round = await onlyRound(citizen, caseNo)
  asked = JSON.stringify(round)
  await attach(citizen, { draftId: round.supplementId, materialId: PROOF }, pdf('again'), FILE_NAME)
  const { version } = await citizen.call('supplement.saveForm', {
    supplementId: round.supplementId,
    baseVersion: round.version,
    forms: [{ materialId: NURSE.form, answers: { major: '护理学' } }],
  })
  const answer = await citizen.call('supplement.submit', { supplementId: round.supplementId, version, remark: REMARK })
  expect(answer).toMatchObject({ state: 'submitted' })
  openDraft = (await completeDraft(citizen, 'in-clear-open')).draftId
  await attach(citizen, { draftId: openDraft, materialId: PROOF }, pdf('open'), FILE_NAME)
}, 90_000)
afterAll(() => system.close())

test('no name, number, file name or sentence of hers, and none of the office’s about her', async () => {
  const texts = await storedTexts(system)
  expect(new Set(texts.map(({ collection }) => collection)).size).toBeGreaterThan(8)
  const said = [
    '虞青禾',
    '120116199607210042',
    NURSE.account,
    '身份证影像',
    '已按',
    '护理学',
    'Demo@2026',
    'ut.',
    'rt.',
  ]
  const found = texts.filter(({ text }) => said.some((canary) => text.includes(canary)))
  expect(found.map(({ collection, path }) => `${collection}.${path}`)).toEqual([])
})

test('all of it is there, sealed, with today’s key', async () => {
  const sealed = (await storedTexts(system)).filter(({ text }) => formOf(text) !== undefined)
  expect(new Set(sealed.map(({ text }) => formOf(text)))).toEqual(new Set(['v2.gcm.sandbox']))
  const places = sealed.map(({ collection, path }) => `${collection}.${path.replace(/\b\d+\b/g, 'n')}`)
  expect([...new Set(places)].sort()).toEqual([
    'attachments.fileName.sealed',
    'bindings.profile',
    'bindings.tokens',
    'declarations.forms.n.answers',
    'declarations.sources',
    'declarations.submittedFiles.n.fileName.sealed',
    'declarations.submittedForms',
    'messages.note',
    'supplements.asked.items.n.reason.sealed',
    'supplements.asked.note.sealed',
    'supplements.before',
    'supplements.forms.n.answers',
    'supplements.sent',
    'supplements.sentFiles.n.fileName.sealed',
  ])
})

const namesIn = async (): Promise<readonly string[]> =>
  (await citizen.call('declaration.open', { draftId: openDraft })).declaration.attachments.map(
    ({ fileName }) => fileName,
  )

test('she reads it as before: her files by their names, the office’s sentence', async () => {
  expect(await namesIn()).toContain(FILE_NAME)
  expect(asked).toContain(OFFICE_SENTENCE)
})

test('a name that was copied from another row is not shown as if it were this one’s', async () => {
  const { rows, update } = databaseOf(system)
  const [first, second] = await rows('attachments', { draftId: openDraft })
  await update('attachments', { _id: first?.['_id'] }, { fileName: second?.['fileName'] })
  const [shown, ...others] = await namesIn()
  expect(shown).toBe('（内容无法读取）')
  expect(others).toContain(FILE_NAME)
})
