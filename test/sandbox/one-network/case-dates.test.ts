import { fileCase, openDraft, prepareSubmission, submit } from './filing'
import { MONDAY, startTestProvider } from './provider'
import { act, listOf, NURSE_ITEM, open, prepareOffice, progressOf, test } from './office-cases'

prepareOffice()

const HOURS_ITEM = 'SX120116000009'
const DAY = 86_400_000

describe('dates', () => {
  const at = (text: string) => test.advance(Date.parse(`${text}+08:00`) - test.now())

  it('run from acceptance by working days, as the contract’s story counts them', async () => {
    const caseNo = await fileCase(test, test.nurse, NURSE_ITEM)
    expect(await progressOf(caseNo)).toMatchObject({ promisedFinishDate: '', statutoryFinishDate: '' })
    at('2026-11-06T09:20:00')
    act(caseNo, 'accept')
    expect(await progressOf(caseNo)).toMatchObject({
      promisedFinishDate: '2026-11-13',
      statutoryFinishDate: '2026-12-04',
    })
  })

  it('leave out the holidays and count 调休', async () => {
    const autumn = await startTestProvider({ startAt: Date.parse('2026-09-28T09:00:00+08:00') })
    try {
      const caseNo = await fileCase(autumn, autumn.nurse, NURSE_ITEM)
      autumn.provider.office.act(caseNo, 'accept')
      // 国庆 2026-10-01 to 10-07; Saturday 10-10 is worked.
      expect(autumn.provider.office.openCase(caseNo)?.progress.promisedFinishDate).toBe('2026-10-10')
    } finally {
      await autumn.stop()
    }
  })

  it('stand still during a supplement and move back by its working days', async () => {
    const caseNo = await fileCase(test, test.nurse, NURSE_ITEM)
    at('2026-11-06T09:20:00')
    act(caseNo, 'accept', 'review')
    at('2026-11-09T09:00:00')
    const deadline = Date.parse('2026-11-20T17:30:00+08:00')
    test.provider.office.act(caseNo, 'requestSupplement', { opinion: '照片不清晰，请重新上传', deadline })
    const paused = await progressOf(caseNo)
    expect(paused).toMatchObject({ caseStatus: '28', promisedFinishDate: '', statutoryFinishDate: '' })
    expect(paused.pauses).toMatchObject([{ reason: '等待申请人补正', endTime: null }])
    expect(open(paused)).toEqual(['补正'])
    expect(paused.nodes.find(({ nodeName }) => nodeName === '补正')?.opinion).toBe('照片不清晰，请重新上传')
    const token = await test.client.tokenOf(test.nurse)
    expect((await listOf(token, '1')).rows.find((it) => it.caseNo === caseNo)).toMatchObject({
      supplementDeadline: '2026-11-20 17:30:00',
    })
    at('2026-11-11T09:00:00')
    act(caseNo, 'receiveSupplement')
    expect(await progressOf(caseNo)).toMatchObject({
      caseStatus: '32',
      promisedFinishDate: '2026-11-17',
      pauses: [{ endTime: '2026-11-11 09:00:00' }],
    })
  })

  it('a supplement before acceptance leads back to 26 and does not move the dates', async () => {
    const caseNo = await fileCase(test, test.nurse, NURSE_ITEM)
    act(caseNo, 'requestSupplement')
    test.advance(3 * DAY)
    act(caseNo, 'receiveSupplement')
    expect(await progressOf(caseNo)).toMatchObject({ caseStatus: '26' })
    at('2026-11-06T09:20:00')
    act(caseNo, 'accept')
    expect(await progressOf(caseNo)).toMatchObject({ promisedFinishDate: '2026-11-13' })
  })

  it('a limit in calendar days moves by calendar days, and only for pauses after acceptance', async () => {
    const caseNo = await fileCase(test, test.freight, 'SX120116000002')
    const statutory = () => test.provider.office.openCase(caseNo)?.progress.statutoryFinishDate
    act(caseNo, 'requestSupplement')
    at('2026-11-04T09:00:00')
    act(caseNo, 'receiveSupplement')
    at('2026-11-06T09:00:00')
    act(caseNo, 'accept', 'review')
    expect(statutory()).toBe('2026-11-21')
    act(caseNo, 'requestSupplement')
    // Friday to Monday: three days, one of them worked.
    at('2026-11-09T09:00:00')
    act(caseNo, 'receiveSupplement')
    expect(statutory()).toBe('2026-11-24')
  })

  it('a filing that no law gives a limit has the promise alone', async () => {
    const caseNo = await fileCase(test, test.freight, 'SX120116000020')
    act(caseNo, 'accept')
    const progress = test.provider.office.openCase(caseNo)?.progress
    expect(progress).toMatchObject({ statutoryFinishDate: '', promisedFinishDate: '2026-11-03' })
  })

  it('a situation may have a shorter statutory limit: 护士变更 7 日', async () => {
    const sample = test.provider.office.listCases().find((it) => it.caseStatus === '28' && it.applicantName === '虞**')
    const caseNo = sample?.caseNo ?? ''
    act(caseNo, 'receiveSupplement', 'accept')
    // From Monday 2026-11-02: seven working days, and the promise of five.
    expect(await progressOf(caseNo)).toMatchObject({
      statutoryFinishDate: '2026-11-11',
      promisedFinishDate: '2026-11-09',
    })
  })
})

describe('promised materials', () => {
  it('become a round of their own at acceptance, due by the shortest term', async () => {
    expect(test.now()).toBe(MONDAY)
    const draft = await openDraft(test, test.freight, HOURS_ITEM)
    const signatures = draft.materials.find(({ necessity }) => necessity === '3')?.materialId ?? ''
    const submission = await prepareSubmission(test, draft, test.freight, [signatures])
    const { data } = await submit(test, draft.token, submission)
    const { caseNo } = data as { readonly caseNo: string }
    const owing = async () => (await listOf(draft.token, '4')).rows.filter((row) => row.caseNo === caseNo)
    expect(await owing()).toEqual([])
    act(caseNo, 'accept')
    // Eighteen working days after 2026-11-02: two before the twenty of the law are over.
    expect(await owing()).toMatchObject([{ promiseDeadline: '2026-11-26 23:59:59' }])
    const nodes = test.provider.office.openCase(caseNo)?.progress.nodes
    expect(nodes?.at(-1)).toMatchObject({ nodeName: '承诺补证', nodeState: '1' })
    // 容缺: the decision waits for the paper, a refusal does not.
    expect(test.provider.office.allowedActions(caseNo)).not.toContain('approve')
    act(caseNo, 'reject')
    expect(await owing()).toEqual([])
  })
})
