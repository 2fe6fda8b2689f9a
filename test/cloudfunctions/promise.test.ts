import { promisedOf } from '../../miniprogram/shared/domain/promise'
import { type Declaration } from '../../miniprogram/shared/domain/declaration'
import { type Message } from '../../miniprogram/shared/domain/message'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { fillForms } from './support/enterprise-forms'
import { attach, attachMaterials, open } from './support/nurse'

/** 承诺后补: a builder who has not asked the neighbours yet (建设项目夜间施工许可, 已征求周边单位、居民意见情况). */

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())

const MATTER = 'SX120116000008'
const OPTIONS = ['08A04', '08B01', '08C01', '08D02', '08E01'].map((option) => `QX1201160000${option}`)
const LETTER = 'CL12011600000899'
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

const residentsOf = ({ promises }: Declaration) => {
  const [offer] = promises.offers
  if (!offer) throw new Error('nothing can be promised')
  return offer
}

test('what may be promised is offered with its term and an estimate; the letter is asked for only then', async () => {
  const { clerk, declaration } = await begin()
  const offer = residentsOf(declaration)
  expect(offer).toMatchObject({ name: '已征求周边单位、居民意见情况', days: 3, promised: false })
  expect(offer.dueBy).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(declaration.materials.some(({ materialId }) => materialId === LETTER)).toBe(false)
  const { draftId, version } = declaration
  await clerk.call('declaration.promise', { draftId, version, materialIds: [offer.materialId] })
  const promised = await open(clerk, draftId)
  expect(promisedOf(promised.promises)).toHaveLength(1)
  const letter = promised.forms.find(({ materialId }) => materialId === LETTER)
  expect(letter?.answers).toMatchObject({
    matter_name: '建设项目夜间施工许可',
    lack: [{ material: offer.name, due: offer.dueBy, way: 'online' }],
    sign: null,
  })
})

test('the signed promise is part of the case; at acceptance it becomes a round, and the inbox says when it is due though no event comes', async () => {
  const { clerk, declaration } = await begin()
  const { draftId, version } = declaration
  const { materialId, name } = residentsOf(declaration)
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
  expect([missing, outcome.receipt.promised]).toEqual([[], [{ name, days: 3 }]])
  const held = JSON.stringify(system.provider.office.openCase(caseNo))
  expect(held).toContain('小程序上传')
  system.provider.office.act(caseNo, 'accept')
  const list = await clerk.call('case.list', { category: 'promise', pageNo: 1 })
  expect(list.page.rows.map((one) => one.caseNo)).toContain(caseNo)

  const poll = async (): Promise<readonly Message[]> => {
    await databaseOf(system).update('case_watches', { caseNo }, { pollAt: 0 })
    expect(await system.cloud.runInConsole('scheduler', { job: 'poll' })).toMatchObject({
      ok: true,
      result: { ok: true },
    })
    return (await clerk.call('inbox.open', { pageNo: 1 })).messages.filter((message) => message.caseNo === caseNo)
  }
  expect((await poll()).map(({ kind }) => kind)).toEqual(['accepted'])
  const [due, accepted] = await poll()
  expect([due?.kind, due?.deadline, accepted?.kind]).toEqual([
    'promiseDue',
    list.page.rows[0]?.promiseDeadline,
    'accepted',
  ])
  expect(await poll()).toHaveLength(2)
})

test('a promise that is taken back: the file counts again, the letter is aside and comes back unsigned', async () => {
  const { clerk, declaration } = await begin()
  const { draftId, version } = declaration
  const { materialId } = residentsOf(declaration)
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
  const materialIds = [residentsOf(declaration).materialId]
  expect(await clerk.code('declaration.promise', { draftId, version: version + 1, materialIds })).toBe('CONFLICT')
  expect((await open(clerk, draftId)).version).toBe(version)
})

test('the letter must name what is promised, and a day within the term', async () => {
  const { clerk, declaration } = await begin()
  const { draftId, version } = declaration
  const { materialId, name } = residentsOf(declaration)
  const promised = await clerk.call('declaration.promise', { draftId, version, materialIds: [materialId] })
  const judged = async (baseVersion: number, lack: readonly Readonly<Record<string, string>>[]) => {
    const forms = [{ materialId: LETTER, answers: { lack } }]
    const saved = await clerk.call('declaration.save', { draftId, baseVersion, forms })
    const { problems } = await clerk.call('declaration.review', { draftId })
    const codes = (problems[LETTER] ?? []).map(({ field, code }) => `${field} ${code}`)
    return { version: saved.version, codes: codes.filter((code) => code.includes('promise')) }
  }
  const row = { due: '2099-01-05', way: 'window' }
  const other = await judged(promised.version, [{ ...row, material: '别的材料' }])
  expect(other.codes).toEqual(['lack promise-differs'])
  const late = await judged(other.version, [{ ...row, material: name }])
  expect(late.codes).toEqual(['lack[0].due promise-late'])
})

test('an enterprise with a dishonesty record may not promise, and is told why', async () => {
  const { clerk, declaration } = await begin(DISHONEST)
  expect(declaration.promises.barred).toContain('失信记录')
  const { draftId, version } = declaration
  const materialIds = [residentsOf(declaration).materialId]
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
  const { clerk, declaration } = await begin()
  const { draftId, version } = declaration
  const { materialId } = residentsOf(declaration)
  const { version: promised } = await clerk.call('declaration.promise', { draftId, version, materialIds: [materialId] })
  const inPerson = [...OPTIONS.slice(0, 3), 'QX120116000008D01', ...OPTIONS.slice(4)]
  const kept = await clerk.call('declaration.changeSituation', { draftId, version: promised, optionIds: inPerson })
  expect((await open(clerk, draftId)).forms.map((form) => form.materialId)).toContain(LETTER)
  const longer = [...OPTIONS.slice(0, 2), 'QX120116000008C02', ...OPTIONS.slice(3)]
  await clerk.call('declaration.changeSituation', { draftId, version: kept.version, optionIds: longer })
  const gone = await open(clerk, draftId)
  expect([gone.promises.offers, gone.forms.some((form) => form.materialId === LETTER)]).toEqual([[], false])
})
