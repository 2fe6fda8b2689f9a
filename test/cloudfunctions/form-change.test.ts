import { type Declaration } from '../../miniprogram/shared/domain/declaration'
import { type FormMove } from '../../miniprogram/shared/domain/form-move'
import { toBeijingDate } from '../../miniprogram/shared/domain/time'
import { type Answers } from '../../miniprogram/shared/form'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { type FormSystem, startFormSystem } from './support/deploy-forms'
import { attach, completeDraft, NURSE, open, start } from './support/nurse'
import { CHANGED_ON, nurseForms } from './support/nurse-forms'

let system: FormSystem
let office: ReturnType<typeof nurseForms>
beforeAll(async () => {
  system = await startFormSystem()
  office = nurseForms(system)
}, 60_000)
afterAll(() => system.close())
afterEach(async () => {
  system.provider.faults.clear()
  office.bringBackFirstVersion()
  await office.deployFirstVersion()
}, 30_000)

let citizens = 0

async function newcomer(): Promise<Citizen> {
  const citizen = new Citizen(system, `form-change-${++citizens}`)
  await citizen.bind(NURSE.account)
  return citizen
}

/** A complete draft of a fresh WeChat user. */
async function ready() {
  const citizen = await newcomer()
  return { citizen, ...(await completeDraft(citizen, `form-change-${citizens}`)) }
}

const cases = () => system.provider.office.listCases().length
const nurseForm = ({ forms }: Declaration) => forms.find(({ materialId }) => materialId === NURSE.form)
const labelOf = (declaration: Declaration, fieldId: string) =>
  nurseForm(declaration)
    ?.schema.sections.flatMap(({ fields }) => fields)
    .find(({ id }) => id === fieldId)?.label

function save(citizen: Citizen, draftId: string, baseVersion: number, answers: Answers) {
  return citizen.call('declaration.save', { draftId, baseVersion, forms: [{ materialId: NURSE.form, answers }] })
}

function moveOf({ moves }: Declaration): FormMove {
  const [move] = moves ?? []
  if (!move) throw new Error('the draft did not move')
  return move
}

/** Fills in what the move left to do, and submits. */
async function finish(citizen: Citizen, moved: Declaration) {
  const { draftId } = moved
  const sign = async (fieldId: string) => [
    (await attach(citizen, { draftId, materialId: NURSE.form, fieldId })).attachmentId,
  ]
  const { version } = await save(citizen, draftId, moved.version, {
    emergency_phone: '13000000109',
    edu_level: 'bachelor',
    school_years: '三年',
    diploma_no: 'FICT2026000001',
    applicant_sign: await sign('applicant_sign'),
    declare_true: '1',
    sign_date: toBeijingDate(Date.now()),
  })
  return citizen.call('declaration.submit', { draftId, version })
}

test('other words and rules in the same version: new drafts have them, an open draft keeps its own and is filed', async () => {
  const { citizen, draftId, version } = await ready()
  await office.deployOtherWords()
  const kept = await open(citizen, draftId)
  expect(labelOf(kept, 'major')).toBe('所学专业')
  expect(kept).toMatchObject({ version })
  expect(kept).not.toHaveProperty('moves')

  const other = await newcomer()
  const fresh = await open(other, (await start(other, 'other-words')).draftId)
  expect(labelOf(fresh, 'major')).toBe('所学专业（全称）')
  const judged = await save(other, fresh.draftId, fresh.version, { major: '护理' })
  const { problems } = await other.call('declaration.review', { draftId: fresh.draftId })
  expect(judged.version).toBe(fresh.version + 1)
  expect(problems[NURSE.form]).toContainEqual(expect.objectContaining({ field: 'major', code: 'rule:office_major' }))

  expect(await citizen.call('declaration.submit', { draftId, version })).toMatchObject({ state: 'submitted' })
}, 60_000)

test('a new version: the open draft moves, says what became of each answer, and is filed', async () => {
  const { citizen, draftId, version } = await ready()
  office.bringOutNewVersion()
  await office.deployNewVersion()
  const moved = await open(citizen, draftId)
  expect(moved).toMatchObject({ state: 'draft', version: version + 1 })
  expect(nurseForm(moved)?.schema.version).toBe('2.1')
  expect(nurseForm(moved)?.answers).toMatchObject({
    name: '虞青禾',
    birth: '1996-07-21',
    major: '护理',
    reg_type: 'first',
    school_years: null,
    edu_level: null,
    emergency_phone: null,
    resume: [{ period: { begin: '2010-09-01', end: '2013-06-30' }, org: '虚构第一中学', post: '高中' }],
    applicant_sign: null,
    declare_true: null,
    sign_date: null,
  })
  expect(nurseForm(moved)?.answers).not.toHaveProperty('org_contact')

  const { added, again, setAside, ...move } = moveOf(moved)
  expect(move).toMatchObject({ materialId: NURSE.form, changedOn: CHANGED_ON, madeVersion: version + 1 })
  expect(added).toEqual(['emergency_phone'])
  expect(new Set(again)).toEqual(
    new Set([
      ...['edu_level', 'school_years', 'diploma_no', 'resume'],
      ...['declare_true', 'declare_health', 'applicant_sign', 'sign_date'],
    ]),
  )
  expect(setAside.map(({ field, value }) => [field.label, value])).toEqual([
    ['最高医（护）学学历', 'college'],
    ['取得报考资格的护理、助产专业学制', 3],
    ['机构联系人', '陆明棠'],
    ['经历（从高中/中专填起）', [{ witness: '沈知舟' }]],
  ])
  // Opening it once more changes nothing, and it is not sent as long as something is open.
  expect(await open(citizen, draftId)).toMatchObject({ version: version + 1 })
  expect(await citizen.code('declaration.submit', { draftId, version: version + 1 })).toBe('INVALID_INPUT')

  const outcome = await finish(citizen, moved)
  expect(outcome).toMatchObject({ state: 'submitted', receipt: { missing: [] } })
  if (outcome.state !== 'submitted') return
  // The signature of the old form is not sent with the new one.
  const { attachments } = await open(citizen, draftId)
  expect(outcome.receipt.total).toBe(attachments.length - 1)
  const filed = system.provider.office.openCase(outcome.receipt.caseNo)?.forms[0]?.formData
  expect(filed).toMatchObject({ emergency_phone: '13000000109', school_years: '三年', name: '虞青禾' })
  expect(filed).not.toHaveProperty('org_contact')
}, 60_000)

test('a submit of a draft with the old form sends nothing: the draft moves, and the applicant is told', async () => {
  const { citizen, draftId, version } = await ready()
  office.bringOutNewVersion()
  await office.deployNewVersion()
  const before = cases()
  const failure = await citizen.failure('declaration.submit', { draftId, version })
  expect(failure).toMatchObject({ code: 'CONFLICT' })
  expect(failure.message).toContain('换了新版申报表，这次没有提交')
  expect(cases()).toBe(before)
  expect(moveOf((await citizen.call('declaration.review', { draftId })).declaration).madeVersion).toBe(version + 1)
}, 60_000)

test('the provider moved first: a clear sentence and the draft as it was; once the form is here, the draft moves', async () => {
  const { citizen, draftId, version } = await ready()
  office.bringOutNewVersion()
  const before = cases()
  const failure = await citizen.failure('declaration.submit', { draftId, version })
  expect(failure).toMatchObject({ code: 'UPSTREAM_REJECTED', upstream: { code: '3001' } })
  expect(failure.message).toContain('办理部门正在更换申报表')
  expect(failure).not.toHaveProperty('fields')
  expect(cases()).toBe(before)
  expect(await open(citizen, draftId)).toMatchObject({ state: 'draft', version })

  await office.deployNewVersion()
  expect(await finish(citizen, await open(citizen, draftId))).toMatchObject({ state: 'submitted' })
}, 60_000)

test('two phones that open the draft at the same moment move it once; one with the old form saves nothing and is told to look again', async () => {
  const citizen = await newcomer()
  const { draftId } = await start(citizen, 'two-phones')
  const { version } = await save(citizen, draftId, 1, { school: '虚构护理职业学院', org_contact: '陆明棠' })
  await office.deployNewVersion()
  const opened = await Promise.all([1, 2, 3].map(() => open(citizen, draftId)))
  expect(opened.map((declaration) => declaration.version)).toEqual([version + 1, version + 1, version + 1])

  const answers = { org_contact: '郭远行', school: '虚构第二护理学院' }
  const forms = [{ materialId: NURSE.form, answers }]
  expect(await citizen.code('declaration.save', { draftId, baseVersion: version, forms })).toBe('CONFLICT')
  const newest = await open(citizen, draftId)
  expect(nurseForm(newest)?.answers.school).toBe('虚构护理职业学院')
  expect(moveOf(newest).setAside).toContainEqual(expect.objectContaining({ value: '陆明棠' }))
  await save(citizen, draftId, newest.version, { school: '虚构第二护理学院' })
}, 60_000)

test('what is being submitted never moves, and is found as it was sent', async () => {
  const { citizen, draftId, version } = await ready()
  system.provider.faults.set({ match: { functionNo: 15 }, kind: 'slow', delayMs: 600 })
  const from = system.log.length
  const submitting = citizen.call('declaration.submit', { draftId, version })
  for (let i = 0; i < 500 && !system.log.slice(from).some((line) => line.includes('"no":5,')); i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  system.provider.faults.set({ match: { functionNo: 4 }, kind: 'accept-and-never-answer', times: 1 })
  expect(await submitting).toMatchObject({ state: 'confirming' })
  system.provider.faults.clear()

  office.bringOutNewVersion()
  await office.deployNewVersion()
  const row = async () => (await databaseOf(system).rows('declarations', { _id: draftId }))[0]
  const before = await row()
  const shown = await open(citizen, draftId)
  expect(shown).toMatchObject({ state: 'confirming', version })
  expect(nurseForm(shown)?.schema.version).toBe('2.0')
  expect(await citizen.call('declaration.submit', { draftId, version })).toMatchObject({ state: 'confirming' })
  expect((await row())?.forms).toEqual(before?.forms)

  await databaseOf(system).update('declarations', { _id: draftId }, { leaseUntil: 0 })
  expect(await citizen.call('declaration.outcome', { draftId })).toMatchObject({ state: 'submitted' })
  expect(nurseForm(await open(citizen, draftId))?.schema.version).toBe('2.0')
}, 60_000)

test('the old version again: what was set aside comes back where it fits', async () => {
  const citizen = await newcomer()
  const { draftId } = await start(citizen, 'and-back')
  const resume = [
    { period: { begin: '2010-09-01', end: '2013-06-30' }, org: '虚构中学', post: '高中', witness: '沈知舟' },
  ]
  await save(citizen, draftId, 1, { org_contact: '陆明棠', school_years: 3, edu_level: 'college', resume })
  await office.deployNewVersion()
  const moved = await open(citizen, draftId)
  await save(citizen, draftId, moved.version, { emergency_phone: '13000000109' })
  await office.deployFirstVersion()
  const back = await open(citizen, draftId)
  expect(nurseForm(back)?.answers).toMatchObject({ org_contact: '陆明棠', school_years: 3, edu_level: 'college' })
  expect(moveOf(back).setAside.map(({ field, value }) => [field.id, value])).toEqual([
    ['resume', [{ witness: '沈知舟' }]],
    ['emergency_phone', '13000000109'],
  ])
}, 60_000)
