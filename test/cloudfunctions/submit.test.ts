import { declarationLedger, findDeclaration } from '../../cloudfunctions/stores/declarations'
import { databaseOf } from './support/database'
import { attach, NURSE, open } from './support/nurse'
import { cases, failFormalSubmit, prepareSystem, ready, saves, system } from './support/ready-drafts'

prepareSystem()

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
