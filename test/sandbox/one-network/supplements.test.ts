import type { Envelope } from './client'
import { fileCase, fillForm, newRequestNo, openDraft, PDF, prepareSubmission, submit } from './filing'
import { startTestProvider, type TestProvider } from './provider'

const NURSE_ITEM = 'SX120116000014'
const HOURS_ITEM = 'SX120116000009'
const FORM = 'CL12011600001401'
const PROOF = 'CL12011600001402'
const DEADLINE = '2026-11-06T17:30:00+08:00'

let test: TestProvider
beforeEach(async () => {
  test = await startTestProvider()
})
afterEach(() => test.stop())

interface File {
  readonly attachId: string
  readonly round: number
  readonly duplicate: string
}
interface Round {
  readonly round: number
  readonly supplementType: string
  readonly deadline: string | null
  readonly submittedFlag: string
  readonly noticeNo: string | null
  readonly materials: readonly {
    readonly materialId: string
    readonly kind: string
    readonly reason: string
    readonly uploadedCount: number
    readonly formData: Record<string, unknown> | null
    readonly attachments: readonly File[]
  }[]
}

async function call(name: string, body: object, account = test.nurse): Promise<Envelope> {
  test.advance(1000)
  const token = await test.client.tokenOf(account)
  return test.client.call(`/api/v1/supplements/${name}`, body, { token })
}
const roundsOf = async (name: string, caseNo: string) =>
  ((await call(name, { caseNo })).data as { readonly rounds: readonly Round[] }).rounds

async function upload(caseNo: string, text: string, place: object = {}, account = test.nurse): Promise<Envelope> {
  test.advance(1000)
  const token = await test.client.tokenOf(account)
  const parts = { caseNo, round: '1', materialId: PROOF, fileName: `${text}.pdf`, ...place }
  return test.client.upload(
    '/api/v1/supplements/attachments/upload',
    { text: parts, bytes: Buffer.concat([PDF, Buffer.from(text)]) },
    { token },
  )
}

/** A case of the nurse for which the office wants the proof and the form again. */
async function asked(): Promise<string> {
  const caseNo = await fileCase(test, test.nurse, NURSE_ITEM)
  test.provider.office.act(caseNo, 'requestSupplement', {
    opinion: '请按说明补正',
    materialIds: [FORM, PROOF],
    reasons: { [PROOF]: '影像不清' },
    deadline: Date.parse(DEADLINE),
  })
  return caseNo
}

/** The form as it was submitted: its signatures belong to the declaration. */
function formOf(caseNo: string): Record<string, unknown> {
  const found = test.provider.office.openCase(caseNo)?.forms.find(({ materialId }) => materialId === FORM)
  return { ...found?.formData }
}

const answer = (caseNo: string, more: object = {}) => ({
  requestNo: newRequestNo(),
  caseNo,
  round: 1,
  forms: [{ materialId: FORM, formVersion: '2.0', formData: formOf(caseNo) }],
  ...more,
})

it('tells what is wanted and why, until when, and forgets it once it is answered', async () => {
  const caseNo = await asked()
  const [round] = await roundsOf('required', caseNo)
  expect(round).toMatchObject({ round: 1, supplementType: '1', deadline: '2026-11-06 17:30:00' })
  expect(round?.noticeNo).toContain('虚构')
  expect(round?.materials.map(({ materialId, kind, reason }) => [materialId, kind, reason])).toEqual([
    [FORM, '1', '请按说明补正'],
    [PROOF, '2', '影像不清'],
  ])
  await upload(caseNo, 'clear')
  expect((await roundsOf('required', caseNo))[0]?.materials[1]?.uploadedCount).toBe(1)
  expect(await call('submit', answer(caseNo))).toMatchObject({ code: '0', data: { caseStatus: '26', duplicate: '0' } })
  expect(await roundsOf('required', caseNo)).toEqual([])
})

it('takes a file once, deletes it for good, and shows the rest by round', async () => {
  const caseNo = await asked()
  const first = (await upload(caseNo, 'one')).data as File
  expect(first).toMatchObject({ round: 1, duplicate: '0', caseNo })
  expect((await upload(caseNo, 'one')).data).toMatchObject({ attachId: first.attachId, duplicate: '1' })
  await upload(caseNo, 'two')
  const gone = { caseNo, round: 1, attachId: first.attachId }
  expect((await call('attachments/delete', gone)).data).toMatchObject({ deletedFlag: '1', duplicate: '0' })
  expect((await call('attachments/delete', gone)).data).toMatchObject({ deletedFlag: '1', duplicate: '1' })
  const [round] = await roundsOf('materials', caseNo)
  expect(round?.submittedFlag).toBe('0')
  expect(round?.materials[1]?.attachments).toHaveLength(1)
  expect((await upload(caseNo, 'one')).data).toMatchObject({ duplicate: '0' })
})

it('is submitted once: the same again gives the first result, other content 3004, another number 3003', async () => {
  const caseNo = await asked()
  const missing = await call('submit', answer(caseNo, { forms: [] }))
  expect(missing).toMatchObject({ code: '3001', data: { errors: [{ field: 'forms' }, { field: 'round' }] } })
  const { attachId } = (await upload(caseNo, 'clear')).data as File
  const request = answer(caseNo, { remark: '已更换' })
  expect((await call('submit', request)).data).toMatchObject({ duplicate: '0', caseStatus: '26' })
  expect((await call('submit', request)).data).toMatchObject({ duplicate: '1', caseStatus: '26' })
  expect((await call('submit', { ...request, remark: '别的' })).code).toBe('3004')
  expect(await call('submit', answer(caseNo))).toMatchObject({ code: '3003', data: { currentStatus: '26' } })
  expect((await upload(caseNo, 'late')).code).toBe('3003')
  expect((await call('attachments/delete', { caseNo, round: 1, attachId })).code).toBe('3003')
  const [round] = await roundsOf('materials', caseNo)
  expect(round).toMatchObject({ submittedFlag: '1', materials: [{ formData: {} }, { attachments: [{ attachId }] }] })
  expect(test.provider.office.openCase(caseNo)?.supplements).toMatchObject([{ remark: '已更换', round: 1 }])
})

it('refuses a corrected form that is incomplete, or signed with a file of another declaration', async () => {
  const caseNo = await asked()
  await upload(caseNo, 'clear')
  const unsigned = answer(caseNo, {
    forms: [{ materialId: FORM, formVersion: '2.0', formData: fillForm('BD12011600001401') }],
  })
  expect((await call('submit', unsigned)).code).toBe('3001')
  const wrong = answer(caseNo, { forms: [{ materialId: PROOF, formVersion: '2.0', formData: {} }] })
  expect(await call('submit', wrong)).toMatchObject({
    code: '3001',
    data: { errors: [{ field: 'forms[0].materialId' }] },
  })
})

it('answers in the order of chapter 3: there, own, open, fitting', async () => {
  const caseNo = await asked()
  expect((await upload('BJ0', 'x')).code).toBe('3002')
  expect((await upload(caseNo, 'x', { round: '2' })).code).toBe('3002')
  expect((await upload(caseNo, 'x', { materialId: 'CL0' })).code).toBe('3002')
  expect((await upload(caseNo, 'x', {}, test.citizen)).code).toBe('2004')
  expect((await upload(caseNo, 'x', { materialId: FORM })).code).toBe('3001')
  expect((await upload(caseNo, 'x', { fileName: 'x.exe' })).code).toBe('4001')
  for (const name of ['required', 'materials']) {
    expect((await call(name, { caseNo }, test.citizen)).code).toBe('2004')
    expect((await call(name, { caseNo: 'BJ0' })).code).toBe('3002')
  }
  expect((await call('submit', answer(caseNo), test.citizen)).code).toBe('2004')
  expect((await call('attachments/delete', { caseNo, round: 1, attachId: 'FJ0' })).code).toBe('3002')
  const filed = test.provider.office.openCase(caseNo)?.materials[0]?.files[0]?.attachId
  expect((await call('attachments/delete', { caseNo, round: 1, attachId: filed })).code).toBe('3002')
  test.advance(Date.parse(DEADLINE) - test.now() + 1000)
  expect((await upload(caseNo, 'x', { fileName: 'x.exe' })).code).toBe('3003')
  expect((await call('submit', answer(caseNo))).code).toBe('3003')
})

it('takes no more files than the material has room for', async () => {
  const caseNo = await asked()
  let last: Envelope | undefined
  for (let n = 0; n < 20 && last?.code !== '4004'; n += 1) last = await upload(caseNo, `file ${n}`)
  expect(last).toMatchObject({ code: '4004', data: { maxCount: expect.any(Number) as number } })
})

describe('承诺补证', () => {
  async function promised(): Promise<{ readonly caseNo: string; readonly materialId: string }> {
    const draft = await openDraft(test, test.freight, HOURS_ITEM)
    const material = draft.materials.find(({ necessity }) => necessity === '3')
    if (material === undefined) throw new Error('nothing can be promised')
    const { materialId } = material
    const submission = await prepareSubmission(test, draft, test.freight, [materialId])
    const { data } = await submit(test, draft.token, submission)
    const { caseNo } = data as { readonly caseNo: string }
    test.provider.office.act(caseNo, 'accept')
    return { caseNo, materialId }
  }

  it('has its own round from acceptance, and answering it leaves the status as it is', async () => {
    const { caseNo, materialId } = await promised()
    const token = await test.client.tokenOf(test.freight)
    const required = () => call('required', { caseNo }, test.freight)
    expect((await required()).data).toMatchObject({
      caseStatus: '30',
      rounds: [{ round: 1, supplementType: '2', noticeNo: null, materials: [{ materialId }] }],
    })
    expect((await upload(caseNo, 'later', { materialId }, test.freight)).code).toBe('0')
    const request = { requestNo: newRequestNo(), caseNo, round: 1 }
    expect((await call('submit', request, test.freight)).data).toMatchObject({ caseStatus: '30', supplementType: '2' })
    expect((await required()).data).toMatchObject({ rounds: [] })
    const { data } = await test.client.call('/api/v1/cases/materials', { caseNo }, { token })
    const found = (data as { materials: { materialId: string }[] }).materials.filter(
      (it) => it.materialId === materialId,
    )
    expect(found).toMatchObject([{ promisePendingFlag: '0', attachments: [{ round: 1 }] }])
    expect(test.provider.office.allowedActions(caseNo)).toContain('verifyPromise')
    test.provider.office.act(caseNo, 'verifyPromise')
    expect(test.provider.office.openCase(caseNo)?.progress.nodes.at(-1)).toMatchObject({
      nodeName: '承诺补证',
      nodeState: '2',
    })
  })

  it('runs beside an ordinary supplement, and the office may end the case when it is not kept', async () => {
    const { caseNo } = await promised()
    test.provider.office.act(caseNo, 'review')
    test.provider.office.act(caseNo, 'requestSupplement', { opinion: '照片不清' })
    const { data } = await call('required', { caseNo }, test.freight)
    expect((data as { rounds: Round[] }).rounds.map(({ supplementType }) => supplementType)).toEqual(['2', '1'])
    test.provider.office.act(caseNo, 'endForPromise')
    expect((await call('required', { caseNo }, test.freight)).data).toMatchObject({ caseStatus: '99', rounds: [] })
  })
})
