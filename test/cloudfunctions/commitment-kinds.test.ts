import { toBeijingDate } from '../../miniprogram/shared/domain/time'
import { afterWorkingDays } from '../../cloudfunctions/calendar/working-days'
import { Citizen } from './support/citizen'
import { type FormEdit, type FormSystem, startFormSystem } from './support/deploy-forms'
import { fillForms } from './support/enterprise-forms'
import { attach, attachMaterials, open } from './support/nurse'

/** 告知承诺 and 承诺审批, which are other things than 容缺受理 (promise.test.ts). */

const CLERK = '91120116MA0FXN011B'
let system: FormSystem
beforeAll(async () => {
  system = await startFormSystem()
}, 60_000)
afterAll(() => system.close())

const options = (...short: readonly string[]) => short.map((option) => `QX1201160000${option}`)

test('告知承诺 of a public place relieves: filed with the letter, without plan, systems, certificates and report', async () => {
  const clerk = new Citizen(system, 'notice-commitment')
  await clerk.bind(CLERK, 'enterprise')
  const place = { matterId: 'SX120116000015', startKey: 'notice-commitment' }
  const [ordinary, committed] = [
    options('15A01', '15B09', '15C01', '15D01', '15H01', '15I01'),
    options('15A01', '15B09', '15C01', '15D02', '15H01', '15I01'),
  ]
  const listed = async (optionIds: readonly string[]) =>
    (await clerk.call('matter.checklist', { matterId: place.matterId, optionIds })).materials
      .filter(({ necessity }) => necessity === 'required')
      .map(({ materialId }) => materialId.slice(-2))
  expect(await listed(ordinary)).toEqual(['01', '04', '05', '06', '08', '09'])
  expect(await listed(committed)).toEqual(['01', '02', '04'])

  const { draftId } = await clerk.call('declaration.start', { ...place, optionIds: committed })
  const declaration = await open(clerk, draftId)
  expect(declaration.promises.offers).toEqual([])
  const forms = declaration.forms.filter(({ schema }) => !schema.formId.endsWith('9901'))
  const version = await fillForms(clerk, { ...declaration, forms })
  await attachMaterials(clerk, declaration)
  const outcome = await clerk.call('declaration.submit', { draftId, version })
  expect(outcome).toMatchObject({ state: 'submitted', receipt: { promised: [], missing: [] } })
})

/** The office's answer: the list names 职工签名表 for 承诺审批. */
const switchedOn: FormEdit = (file) => {
  const { terms, matters } = file as { terms: object; matters: { matter: string; promiseApproval: object }[] }
  const rows = matters.map((row) =>
    row.matter === 'special-hours'
      ? { ...row, promiseApproval: { ...row.promiseApproval, allowed: true, materials: ['staff_sign'] } }
      : row,
  )
  return { terms, matters: rows }
}

test('承诺审批, once the office names a paper: sixty working days from the promise, in guide, letter, receipt and round', async () => {
  await system.deploy('approval', { 'shared/commitments.json': switchedOn })
  const clerk = new Citizen(system, 'promise-approval')
  await clerk.bind(CLERK, 'enterprise')
  const matterId = 'SX120116000009'
  const { commitments } = await clerk.call('matter.open', { matterId })
  expect(commitments).toMatchObject([{ kind: 'promiseApproval', days: 60 }])

  const optionIds = options('09A01', '09A02', '09B02', '09C02', '09D01')
  const { draftId } = await clerk.call('declaration.start', { matterId, optionIds, startKey: 'promise-approval' })
  const before = await open(clerk, draftId)
  const [offer] = before.promises.offers
  const dueBy = afterWorkingDays(toBeijingDate(Date.now()), 60)
  expect(offer).toMatchObject({ kind: 'promiseApproval', days: 60, dueBy })
  const { materialId = '', name = '' } = offer ?? {}
  await clerk.call('declaration.promise', { draftId, version: before.version, materialIds: [materialId] })
  const promised = await open(clerk, draftId)
  const letter = promised.forms.find((form) => form.materialId === promised.promises.letter)
  expect(letter?.answers).toMatchObject({ lack: [{ material: name, kind: 'promiseApproval', due: dueBy }] })

  const forms = promised.forms.filter((form) => form !== letter)
  const version = await fillForms(clerk, { ...promised, forms })
  await attachMaterials(clerk, {
    ...promised,
    materials: promised.materials.filter((material) => material.materialId !== materialId),
  })
  const sign = await attach(clerk, { draftId, materialId: promised.promises.letter, fieldId: 'sign' })
  const signed = await clerk.call('declaration.save', {
    draftId,
    baseVersion: version,
    forms: [
      {
        materialId: promised.promises.letter,
        answers: { subject: '天津星槎速达货运有限公司', accept: '1', sign: [sign.attachmentId] },
      },
    ],
  })
  const outcome = await clerk.call('declaration.submit', { draftId, version: signed.version })
  if (outcome.state !== 'submitted') throw new Error('not submitted')
  const { promised: owed, caseNo } = outcome.receipt
  expect(owed).toMatchObject([{ name, kind: 'promiseApproval', days: 60, dueBy }])
  system.provider.office.act(caseNo, 'accept')
  const { rounds } = await clerk.call('supplement.open', { caseNo })
  expect(rounds.map(({ kind, promisedBy }) => [kind, promisedBy])).toEqual([['promise', ['promiseApproval']]])
}, 120_000)
