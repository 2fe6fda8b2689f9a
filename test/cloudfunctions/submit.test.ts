import { declarationLedger, findDeclaration } from '../../cloudfunctions/stores/declarations'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { attach, completeDraft, NURSE, open } from './support/nurse'

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.provider.faults.clear())

let citizens = 0

/** A complete draft of a fresh WeChat user. */
async function ready() {
  const citizen = new Citizen(system, `submitter-${++citizens}`)
  await citizen.bind(NURSE.account)
  return { citizen, ...(await completeDraft(citizen, `submit-${citizens}`)) }
}

/** Cases of the nurse that the office has. */
const cases = () => system.provider.office.listCases().length

/** What function 4 was asked so far, in the functions' own log; a repetition of the same request is no new one. */
const saves = () =>
  system.log.filter((line) => line.includes('"event":"one-network"') && line.includes('"no":4,"attempt":1,'))

test('five submits at the same moment make one case', async () => {
  const { citizen, draftId, version } = await ready()
  const before = cases()
  // Five warm instances: cold ones would arrive one after the other.
  system.provider.faults.set({ match: { functionNo: 18 }, kind: 'slow', delayMs: 3000 })
  await Promise.all(Array.from({ length: 5 }, () => citizen.call('home.open', {})))
  system.provider.faults.clear()
  const savesBefore = saves().length
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => citizen.call('declaration.submit', { draftId, version })),
  )
  expect(cases()).toBe(before + 1)
  // The form and the submit: our own ledger, not only the provider's, keeps the others back.
  expect(saves().slice(savesBefore)).toHaveLength(2)
  expect(outcomes.filter((outcome) => outcome.state === 'submitted').length).toBeGreaterThanOrEqual(1)
  expect(await citizen.call('declaration.outcome', { draftId })).toMatchObject({ state: 'submitted' })
}, 60_000)

test('the submission is claimed once: whoever read the draft before it was claimed gets nothing', async () => {
  const { citizen, draftId, version } = await ready()
  const { openid } = citizen
  const [binding] = await databaseOf(system).rows('bindings', { openid })
  const userId = String(binding?.userId)
  const row = await findDeclaration(draftId, { openid, userId })
  if (!row) throw new Error('no draft')
  const until = Date.now() + 5000
  // All five hold the same row, as five instances do that read it at the same moment.
  const claims = await Promise.all(
    Array.from({ length: 5 }, () =>
      declarationLedger.claim(row, { state: 'draft', version }, { state: 'confirming', phase: 'prepared' }, { until }),
    ),
  )
  expect(claims.filter((held) => held !== undefined)).toHaveLength(1)
  expect(await declarationLedger.claim(row, {}, {}, { until, takeOver: true })).toBeUndefined()
  for (const held of claims) await held?.leave()
}, 60_000)

test('a submit asks about each material once before and once after, without meeting the limit of the token', async () => {
  const { citizen, draftId, version } = await ready()
  const { attachments } = await open(citizen, draftId)
  // The uploads of this test are faster than any citizen's: let the provider forget them.
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const from = system.log.length
  await citizen.call('declaration.submit', { draftId, version })
  const calls = system.log.slice(from).filter((line) => line.includes('"event":"one-network"'))
  const asked = calls.filter((line) => line.includes('"no":15,')).length
  const materials = new Set(attachments.map((file) => file.materialId))
  const withFiles = new Set(attachments.filter((file) => !file.fieldId).map((file) => file.materialId))
  // A signature belongs to its form: it was read back before, and a submit cannot move it.
  expect(withFiles.size).toBeLessThan(materials.size)
  expect(asked).toBe(materials.size + withFiles.size)
  expect(calls.filter((line) => line.includes('HTTP 429'))).toEqual([])
}, 60_000)

test('two rows of one and the same file at the provider count once', async () => {
  const { citizen, draftId, version } = await ready()
  const declaration = await open(citizen, draftId)
  const edu = declaration.attachments.filter((file) => file.materialId === 'CL12011600001403')
  const database = databaseOf(system)
  // As two deliveries of the same bytes at the same moment leave it.
  const [first] = await database.rows('attachments', { _id: edu[0]?.attachmentId })
  await database.update('attachments', { _id: edu[1]?.attachmentId }, { attachId: first?.attachId })
  const review = await citizen.call('declaration.review', { draftId })
  expect(review.missingMaterials).toMatchObject([{ materialId: 'CL12011600001403', have: 1, need: 2 }])
  expect(await citizen.code('declaration.submit', { draftId, version })).toBe('INVALID_INPUT')
}, 60_000)

test('a lost answer is said to be open, then found by asking: one case', async () => {
  const { citizen, draftId, version } = await ready()
  const before = cases()
  // Two hits: saveType 1 also is function 4, so the fault is set only after preparing would be done.
  system.provider.faults.set({ match: { functionNo: 15 }, kind: 'slow', delayMs: 600 })
  const submitting = citizen.call('declaration.submit', { draftId, version })
  await untilLogged('"no":5')
  system.provider.faults.set({ match: { functionNo: 4 }, kind: 'accept-and-never-answer', times: 1 })
  expect(await submitting).toMatchObject({ state: 'confirming' })
  expect(cases()).toBe(before + 1)
  system.provider.faults.clear()

  const declaration = await open(citizen, draftId)
  expect(declaration.state).toBe('confirming')
  expect(await citizen.code('declaration.save', { draftId, baseVersion: version, forms: [] })).toBe('OUTCOME_UNKNOWN')
  expect(await citizen.call('declaration.submit', { draftId, version })).toMatchObject({ state: 'confirming' })

  await leaseOver(draftId)
  const savesBefore = saves().length
  const outcome = await citizen.call('declaration.outcome', { draftId })
  expect(saves().length).toBe(savesBefore)
  expect(outcome).toMatchObject({ state: 'submitted', receipt: { missing: [] } })
  expect(cases()).toBe(before + 1)
}, 60_000)

test.each(['html', 'empty', 'truncated'] as const)(
  'an unreadable answer (%s) is never a second case',
  async (kind) => {
    const { citizen, draftId, version } = await ready()
    const before = cases()
    await failFormalSubmit(citizen, draftId, version, kind)
    await leaseOver(draftId)
    expect(await citizen.call('declaration.outcome', { draftId })).toMatchObject({ state: 'submitted' })
    expect(cases()).toBe(before + 1)
  },
  60_000,
)

test('a repetition that the provider cannot take now leaves the outcome open: nothing becomes a draft in silence', async () => {
  const { citizen, draftId, version } = await ready()
  const before = cases()
  expect(await failFormalSubmit(citizen, draftId, version, 'html')).toMatchObject({ data: { state: 'confirming' } })
  expect(cases()).toBe(before)
  await leaseOver(draftId)
  system.provider.faults.set({ match: { functionNo: 4 }, kind: 'status', status: 503 })
  expect(await citizen.call('declaration.outcome', { draftId })).toMatchObject({ state: 'confirming' })
  system.provider.faults.clear()
  await leaseOver(draftId)
  expect(await citizen.call('declaration.outcome', { draftId })).toMatchObject({ state: 'submitted' })
  expect(cases()).toBe(before + 1)
}, 60_000)

test('a clear refusal by the provider gives the draft back, with the raw text', async () => {
  const { citizen, draftId, version } = await ready()
  const before = cases()
  const failure = await failFormalSubmit(citizen, draftId, version, 'unknown-code')
  expect(failure).toMatchObject({ ok: false, error: { code: 'UPSTREAM_REJECTED' } })
  expect(failure.ok || failure.error.upstream?.code).toMatch(/^\d{4}$/)
  expect((await open(citizen, draftId)).state).toBe('draft')
  system.provider.faults.clear()
  expect(await citizen.call('declaration.submit', { draftId, version })).toMatchObject({ state: 'submitted' })
  expect(cases()).toBe(before + 1)
}, 60_000)

test('what was changed and changed back between two refused submits is what the case holds', async () => {
  const { citizen, draftId, version } = await ready()
  let current = version
  const employer = async (org_name: string) => {
    const forms = [{ materialId: NURSE.form, answers: { org_name } }]
    current = (await citizen.call('declaration.save', { draftId, baseVersion: current, forms })).version
  }
  for (const name of ['天津滨海虚构甲医院', '天津滨海虚构乙医院']) {
    await employer(name)
    await failFormalSubmit(citizen, draftId, current, 'unknown-code')
    system.provider.faults.clear()
  }
  await employer('天津滨海虚构甲医院')
  const outcome = await citizen.call('declaration.submit', { draftId, version: current })
  const caseNo = outcome.state === 'submitted' ? outcome.receipt.caseNo : ''
  const held = JSON.stringify(system.provider.office.openCase(caseNo)?.forms)
  expect(held).toContain('虚构甲医院')
  expect(held).not.toContain('虚构乙医院')
}, 60_000)

test('the scheduler finds out what became of a submit', async () => {
  const { citizen, draftId, version } = await ready()
  await failFormalSubmit(citizen, draftId, version, 'truncated')
  await databaseOf(system).update(
    'declarations',
    { _id: draftId },
    { state: 'confirming', phase: 'unknown', leaseUntil: 0 },
  )
  system.provider.faults.clear()
  expect(await system.cloud.runInConsole('scheduler', { job: 'reconcile' })).toMatchObject({
    ok: true,
    result: { ok: true },
  })
  expect((await open(citizen, draftId)).state).toBe('submitted')
}, 60_000)

test('submissions that nobody can answer do not keep the others from their turn', async () => {
  const database = databaseOf(system)
  const state = { state: 'confirming', phase: 'unknown', claim: 0 }
  for (let n = 0; n < 60; n += 1) {
    const id = `unbound-${n}`
    const keys = { _id: id, openid: id, openKey: id, startKey: id }
    await database.add('declarations', { ...keys, ...state, submittedFiles: [], leaseUntil: n })
  }
  const { citizen, draftId, version } = await ready()
  await failFormalSubmit(citizen, draftId, version, 'truncated')
  system.provider.faults.clear()
  await database.update('declarations', { _id: draftId }, { ...state, leaseUntil: 1000 })
  for (let n = 0; n < 2; n += 1) await system.cloud.runInConsole('scheduler', { job: 'reconcile' })
  expect((await open(citizen, draftId)).state).toBe('submitted')
}, 60_000)

test('a submission that stopped before it was sent becomes a draft again', async () => {
  const { citizen, draftId, version } = await ready()
  const stopped = {
    state: 'confirming',
    phase: 'prepared',
    leaseUntil: 0,
    submittingSince: '2026-11-02T10:00:00+08:00',
  }
  await databaseOf(system).update('declarations', { _id: draftId }, stopped)
  expect(await citizen.code('declaration.outcome', { draftId })).toBe('STATE_CHANGED')
  expect(await citizen.call('declaration.submit', { draftId, version })).toMatchObject({ state: 'submitted' })
}, 60_000)

test('an older version, an incomplete form or a missing file is told, field by field', async () => {
  const { citizen, draftId, version } = await ready()
  expect(await citizen.failure('declaration.submit', { draftId, version: version + 1 })).toMatchObject({
    code: 'CONFLICT',
    fields: [{ field: 'version', message: `最新版本是 ${version}` }],
  })
  const declaration = await open(citizen, draftId)
  const health = declaration.attachments.find((file) => file.materialId === 'CL12011600001405')
  await citizen.call('attachment.remove', { attachmentId: health?.attachmentId ?? '' })
  const org = { materialId: NURSE.form, answers: { org_name: null, applicant_sign: [] } }
  const saved = await citizen.call('declaration.save', { draftId, baseVersion: version, forms: [org] })
  const failure = await citizen.failure('declaration.submit', { draftId, version: saved.version })
  expect(failure.code).toBe('INVALID_INPUT')
  expect(failure.fields?.map((field) => field.field)).toEqual(
    expect.arrayContaining([`${NURSE.form}.org_name`, `${NURSE.form}.applicant_sign`, 'CL12011600001405']),
  )
  const review = await citizen.call('declaration.review', { draftId })
  expect(review.missingMaterials).toMatchObject([{ materialId: 'CL12011600001405', have: 0, need: 1 }])
}, 60_000)

test("a signature of another draft's file does not count", async () => {
  const first = await ready()
  const { citizen, draftId, version } = await ready()
  const foreign = await open(first.citizen, first.draftId)
  const sign = foreign.attachments.find((file) => file.fieldId === 'applicant_sign')
  const forms = [{ materialId: NURSE.form, answers: { applicant_sign: [sign?.attachmentId ?? ''] } }]
  const saved = await citizen.call('declaration.save', { draftId, baseVersion: version, forms })
  const failure = await citizen.failure('declaration.submit', { draftId, version: saved.version })
  expect(failure.fields).toMatchObject([{ field: `${NURSE.form}.applicant_sign` }])
}, 60_000)

test('after the submit nothing can be changed any more', async () => {
  const { citizen, draftId, version } = await ready()
  await citizen.call('declaration.submit', { draftId, version })
  const save = { draftId, baseVersion: version, forms: [] }
  expect(await citizen.code('declaration.save', save)).toBe('ALREADY_SUBMITTED')
  expect(await citizen.code('declaration.discard', { draftId })).toBe('ALREADY_SUBMITTED')
  await expect(attach(citizen, { draftId, materialId: 'CL12011600001405' })).rejects.toThrow('ALREADY_SUBMITTED')
}, 60_000)

/** Lets the preparing calls of function 4 pass and fails the formal one. */
async function failFormalSubmit(
  citizen: Citizen,
  draftId: string,
  version: number,
  kind: 'html' | 'empty' | 'truncated' | 'unknown-code',
) {
  system.provider.faults.set({ match: { functionNo: 15 }, kind: 'slow', delayMs: 600 })
  const submitting = citizen.reply('declaration.submit', { draftId, version })
  await untilLogged('"no":5')
  system.provider.faults.set({ match: { functionNo: 4 }, kind, times: 1 })
  return submitting
}

/** Waits until the functions log a line with this text that was not there before. */
async function untilLogged(text: string): Promise<void> {
  const from = system.log.length
  for (let n = 0; n < 200; n += 1) {
    if (system.log.slice(from).some((line) => line.includes(text))) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`${text} was never logged`)
}

/** As if the pause between two questions was over. */
const leaseOver = (draftId: string) => databaseOf(system).update('declarations', { _id: draftId }, { leaseUntil: 0 })
