import { promisedOf } from '../../miniprogram/shared/domain/promise'
import { type Declaration } from '../../miniprogram/shared/domain/declaration'
import { toBeijingDate } from '../../miniprogram/shared/domain/time'
import { type Message } from '../../miniprogram/shared/domain/message'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { fillForms } from './support/enterprise-forms'
import { attach, attachMaterials, open } from './support/nurse'

/** 承诺后补 by 容缺受理: an employer whose staff has not signed yet (特殊工时许可, 涉及岗位职工签名表). */

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())

const MATTER = 'SX120116000009'
const OPTIONS = ['09A01', '09A02', '09B02', '09C02', '09D01'].map((option) => `QX1201160000${option}`)
const LETTER = 'CL12011600000999'
const HONEST = '91120116MA0FXN011B'
const DISHONEST = '91120116MA0FXN02X3'

let clerks = 0
async function begin(account = HONEST): Promise<{ clerk: Citizen; declaration: Declaration }> {
  const clerk = new Citizen(system, `promise-clerk-${++clerks}`)
  await clerk.bind(account, 'enterprise')
  const start = { matterId: MATTER, optionIds: OPTIONS, startKey: 'promise-start' }
  const { draftId } = await clerk.call('declaration.start', start)
  return { clerk, declaration: await open(clerk, draftId) }
}

/** The one thing that can be promised. */
const staffListOf = ({ promises }: Declaration) => {
  const [offer] = promises.offers
  if (!offer) throw new Error('nothing can be promised')
  return offer
}

test('what may be promised is offered with its term and an estimate; the letter is asked for only then', async () => {
  const { clerk, declaration } = await begin()
  const offer = staffListOf(declaration)
  // 20 working days at most, and two before the 20 of the law are over.
  expect(offer).toMatchObject({
    name: '涉及岗位职工签名表(职工知晓同意)',
    kind: 'tolerance',
    days: 18,
    promised: false,
  })
  expect(offer.dueBy).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(declaration.materials.some(({ materialId }) => materialId === LETTER)).toBe(false)
  const { draftId, version } = declaration
  await clerk.call('declaration.promise', { draftId, version, materialIds: [offer.materialId] })
  const promised = await open(clerk, draftId)
  expect(promisedOf(promised.promises)).toHaveLength(1)
  const letter = promised.forms.find(({ materialId }) => materialId === LETTER)
  expect(letter?.answers).toMatchObject({
    matter_name: '企业不定时和综合计算工时工作制许可',
    lack: [{ material: offer.name, kind: 'tolerance', due: offer.dueBy, way: 'online' }],
    sign: null,
  })
})

test('the signed promise is part of the case; at acceptance it becomes a round, and the inbox says when it is due though no event comes', async () => {
  const { clerk, declaration } = await begin()
  const { draftId, version } = declaration
  const { materialId, name } = staffListOf(declaration)
  await clerk.call('declaration.promise', { draftId, version, materialIds: [materialId] })
  const promised = await open(clerk, draftId)
  const filled = await fillForms(clerk, { ...promised, forms: promised.forms.filter((it) => it.materialId !== LETTER) })
  await attachMaterials(clerk, {
    ...promised,
    materials: promised.materials.filter((material) => material.materialId !== materialId),
  })
  const unsigned = await clerk.failure('declaration.submit', { draftId, version: filled })
  expect(unsigned.fields?.map(({ field }) => field)).toEqual(
    ['subject', 'accept', 'sign'].map((field) => `${LETTER}.${field}`),
  )

  const sign = await attach(clerk, { draftId, materialId: LETTER, fieldId: 'sign' })
  const forms = [
    { materialId: LETTER, answers: { subject: '天津星槎速达货运有限公司', accept: '1', sign: [sign.attachmentId] } },
  ]
  const signed = await clerk.call('declaration.save', { draftId, baseVersion: filled, forms })
  const outcome = await clerk.call('declaration.submit', { draftId, version: signed.version })
  if (outcome.state !== 'submitted') throw new Error('not submitted')
  const { caseNo, missing } = outcome.receipt
  expect([missing, outcome.receipt.promised]).toEqual([[], [{ name, kind: 'tolerance', days: 18 }]])
  const held = JSON.stringify(system.provider.office.openCase(caseNo))
  expect(held).toContain('小程序上传')
  system.provider.office.act(caseNo, 'accept')
  const list = await clerk.call('case.list', { category: 'promise', pageNo: 1 })
  expect(list.page.rows.map((one) => one.caseNo)).toContain(caseNo)

  const poll = async (watch: object = {}): Promise<readonly Message[]> => {
    await databaseOf(system).update('case_watches', { caseNo }, { pollAt: 0, ...watch })
    expect(await system.cloud.runInConsole('scheduler', { job: 'poll' })).toMatchObject({
      ok: true,
      result: { ok: true },
    })
    return (await clerk.call('inbox.open', { pageNo: 1 })).messages.filter((message) => message.caseNo === caseNo)
  }
  expect((await poll()).map(({ kind }) => kind)).toEqual(['accepted'])
  // Weeks are left: nothing is told yet.
  expect(await poll()).toHaveLength(1)
  const [watch] = await databaseOf(system).rows('case_watches', { caseNo })
  expect(watch).toMatchObject({ promiseDeadline: list.page.rows[0]?.promiseDeadline })
  const soon = `${toBeijingDate(Date.now() + 3 * 86_400_000)}T23:59:59+08:00`
  const [due, accepted] = await poll({ promiseDeadline: soon })
  expect([due?.kind, due?.deadline, accepted?.kind]).toEqual(['promiseDue', soon, 'accepted'])
  expect(await poll()).toHaveLength(2)
})

test('a promise that is taken back: the file counts again, the letter is aside and comes back unsigned', async () => {
  const { clerk, declaration } = await begin()
  const { draftId, version } = declaration
  const { materialId } = staffListOf(declaration)
  const first = await clerk.call('declaration.promise', { draftId, version, materialIds: [materialId] })
  expect(await clerk.call('declaration.promise', { draftId, version: 1, materialIds: [materialId] })).toEqual(first)
  const sign = await attach(clerk, { draftId, materialId: LETTER, fieldId: 'sign' })
  const answers = { accept: '1', sign: [sign.attachmentId] }
  const saved = await clerk.call('declaration.save', {
    draftId,
    baseVersion: first.version,
    forms: [{ materialId: LETTER, answers }],
  })
  const refused = await clerk.failure('attachment.begin', { draftId, materialId, fileName: '意见.pdf', size: 10 })
  expect(refused.message).toContain('改为现在上传')

  const back = await clerk.call('declaration.promise', { draftId, version: saved.version, materialIds: [] })
  const without = await open(clerk, draftId)
  expect(without.forms.map((form) => form.materialId)).not.toContain(LETTER)
  const review = await clerk.call('declaration.review', { draftId })
  expect(review.missingMaterials.map((material) => material.materialId)).toContain(materialId)

  await attach(clerk, { draftId, materialId })
  const onlyWithout = await clerk.failure('declaration.promise', {
    draftId,
    version: back.version,
    materialIds: [materialId],
  })
  expect(onlyWithout.fields).toEqual([
    { field: materialId, message: '这项材料已经有文件。要承诺后补，请先删除这些文件' },
  ])
})

test('what cannot be promised is refused, and an older version changes nothing', async () => {
  const { clerk, declaration } = await begin()
  const { draftId, version, materials } = declaration
  const plain = materials.find(({ promisable, kind }) => !promisable && kind === 'attachment')?.materialId ?? ''
  expect(await clerk.code('declaration.promise', { draftId, version, materialIds: [plain] })).toBe('INVALID_INPUT')
  expect(await clerk.code('declaration.promise', { draftId, version, materialIds: [LETTER] })).toBe('INVALID_INPUT')
  const materialIds = [staffListOf(declaration).materialId]
  expect(await clerk.code('declaration.promise', { draftId, version: version + 1, materialIds })).toBe('CONFLICT')
  expect((await open(clerk, draftId)).version).toBe(version)
})

test('the letter must name what is promised, and a day within the term', async () => {
  const { clerk, declaration } = await begin()
  const { draftId, version } = declaration
  const { materialId, name } = staffListOf(declaration)
  const promised = await clerk.call('declaration.promise', { draftId, version, materialIds: [materialId] })
  const judged = async (baseVersion: number, lack: readonly Readonly<Record<string, string>>[]) => {
    const forms = [{ materialId: LETTER, answers: { lack } }]
    const saved = await clerk.call('declaration.save', { draftId, baseVersion, forms })
    const { problems } = await clerk.call('declaration.review', { draftId })
    const codes = (problems[LETTER] ?? []).map(({ field, code }) => `${field} ${code}`)
    return { version: saved.version, codes: codes.filter((code) => code.includes('promise')) }
  }
  const row = { due: '2099-01-05', way: 'window', kind: 'tolerance' }
  const other = await judged(promised.version, [{ ...row, material: '别的材料' }])
  expect(other.codes).toEqual(['lack promise-differs'])
  const byOther = await judged(other.version, [{ ...row, material: name, kind: 'promiseApproval' }])
  expect(byOther.codes).toEqual(['lack promise-differs'])
  const late = await judged(byOther.version, [{ ...row, material: name }])
  expect(late.codes).toEqual(['lack[0].due promise-late'])
})

test('an enterprise with a dishonesty record may not promise, and is told why', async () => {
  const { clerk, declaration } = await begin(DISHONEST)
  expect(declaration.promises.barred).toContain('失信记录')
  const { draftId, version } = declaration
  const materialIds = [staffListOf(declaration).materialId]
  const refusal = await clerk.failure('declaration.promise', { draftId, version, materialIds })
  expect([refusal.code, refusal.message]).toEqual(['FORBIDDEN', declaration.promises.barred])
})

test('while the credit service is down nothing can be promised, and nothing else stops', async () => {
  system.provider.faults.set({ match: { functionNo: 10 }, kind: 'credit-down' })
  const { declaration } = await begin()
  system.provider.faults.clear()
  expect(declaration.promises.barred).toContain('暂时查不到')
  expect(declaration.forms.length).toBeGreaterThan(0)
})

test('changing the situation keeps the promise that it still allows', async () => {
  const clerk = new Citizen(system, 'promise-ships')
  await clerk.bind(HONEST, 'enterprise')
  const choice = (...options: readonly string[]) => options.map((option) => `QX1201160000${option}`)
  const [matterId, letter] = ['SX120116000018', 'CL12011600001899']
  const first = { matterId, optionIds: choice('18A01', '18B01', '18C01', '18D01'), startKey: 'promise-ships' }
  const { draftId } = await clerk.call('declaration.start', first)
  const declaration = await open(clerk, draftId)
  const materialIds = [staffListOf(declaration).materialId]
  const { version } = await clerk.call('declaration.promise', { draftId, version: declaration.version, materialIds })
  const rented = choice('18A01', '18B02', '18C01', '18D01')
  const kept = await clerk.call('declaration.changeSituation', { draftId, version, optionIds: rented })
  expect((await open(clerk, draftId)).forms.map((form) => form.materialId)).toContain(letter)
  const renewed = choice('18A02', '18B02', '18C01', '18D01')
  await clerk.call('declaration.changeSituation', { draftId, version: kept.version, optionIds: renewed })
  const gone = await open(clerk, draftId)
  expect([gone.promises.offers, gone.forms.some((form) => form.materialId === letter)]).toEqual([[], false])
})

test('public safety and health: nothing may wait, and a promise is refused', async () => {
  const clerk = new Citizen(system, 'promise-night')
  await clerk.bind(HONEST, 'enterprise')
  const optionIds = ['08A04', '08B01', '08C01', '08D02', '08E01'].map((option) => `QX1201160000${option}`)
  const { draftId } = await clerk.call('declaration.start', {
    matterId: 'SX120116000008',
    optionIds,
    startKey: 'promise-night',
  })
  const { promises, materials, version } = await open(clerk, draftId)
  expect([promises.offers, materials.filter(({ necessity }) => necessity === 'tolerated')]).toEqual([[], []])
  const materialIds = materials.filter(({ kind }) => kind === 'attachment').map(({ materialId }) => materialId)
  const refusal = await clerk.failure('declaration.promise', { draftId, version, materialIds })
  expect(refusal.code).toBe('INVALID_INPUT')
  expect(refusal.fields).toHaveLength(materialIds.length)
})
