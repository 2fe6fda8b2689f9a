import type { OfficeAction } from '../../../sandbox/one-network'
import { readPdf, textOf } from '../../support/pdf-text'
import { fileCase, openDraft, prepareSubmission, submit } from './filing'
import { MONDAY, startTestProvider, type TestProvider } from './provider'

const COUNTS = '/api/v1/cases/counts'
const LIST = '/api/v1/cases/list'
const PROGRESS = '/api/v1/cases/progress'
const INFO = '/api/v1/attachments/info'
const NURSE_ITEM = 'SX120116000014'
const HOURS_ITEM = 'SX120116000009'
const DAY = 86_400_000

interface Brief {
  readonly caseNo: string
  readonly caseStatus: string
  readonly caseStatusName: string
  readonly submitTime: string
  readonly promiseDeadline: string | null
}
interface Page {
  readonly total: number
  readonly rows: readonly Brief[]
}
interface Progress {
  readonly caseStatus: string
  readonly promisedFinishDate: string
  readonly statutoryFinishDate: string
  readonly nodes: readonly { readonly nodeName: string; readonly nodeState: string; readonly opinion: string }[]
  readonly pauses: readonly { readonly reason: string; readonly endTime: string | null }[]
  readonly issuedDocs: readonly { readonly docName: string; readonly attachId: string | null }[]
}

let test: TestProvider
beforeEach(async () => {
  test = await startTestProvider()
})
afterEach(() => test.stop())

async function listOf(token: string, category: string, more: object = {}): Promise<Page> {
  test.advance(1000)
  return (await test.client.call(LIST, { category, pageSize: 50, ...more }, { token })).data as Page
}

/** Progress as the applicant sees it; logs in anew, because the clock may have moved by days. */
async function progressOf(caseNo: string): Promise<Progress> {
  const token = await test.client.tokenOf(test.nurse)
  return (await test.client.call(PROGRESS, { caseNo }, { token })).data as Progress
}

const act = (caseNo: string, ...actions: readonly OfficeAction[]) => {
  actions.forEach((action) => test.provider.office.act(caseNo, action))
}
const open = ({ nodes }: Progress) => nodes.filter(({ nodeState }) => nodeState === '1').map(({ nodeName }) => nodeName)
const names = ({ nodes }: Progress) => nodes.map(({ nodeName }) => nodeName)

describe('lists', () => {
  it('agree with the counts for every account, and every case is in exactly one of 1 to 3', async () => {
    const filed: string[] = []
    for (const account of test.provider.accounts.filter(({ locked }) => locked !== true)) {
      const token = await test.client.tokenOf(account)
      const pages = [
        await listOf(token, '1'),
        await listOf(token, '2'),
        await listOf(token, '3'),
        await listOf(token, '4'),
      ]
      const { data } = await test.client.call(COUNTS, {}, { token })
      expect(data).toEqual({
        supplementCount: pages[0]?.total,
        processingCount: pages[1]?.total,
        finishedCount: pages[2]?.total,
        promiseCount: pages[3]?.total,
      })
      const all = pages.slice(0, 3).flatMap(({ rows }) => rows.map(({ caseNo }) => caseNo))
      expect(new Set(all).size).toBe(all.length)
      if (all.length > 0) filed.push(account.name)
    }
    expect(filed).toEqual(['虞青禾', '祁远帆', '天津星槎速达货运有限公司', '天津拾光里文化传播有限公司'])
  })

  it('start with cases in different states, one of them unknown', async () => {
    const token = await test.client.tokenOf(test.nurse)
    expect((await listOf(token, '1')).rows).toMatchObject([{ caseStatus: '28', caseStatusName: '待补正' }])
    expect((await listOf(token, '2')).rows).toMatchObject([{ caseStatus: '35', caseStatusName: '专家评审中' }])
    expect((await listOf(token, '3')).rows).toMatchObject([{ caseStatus: '90', caseStatusName: '已办结' }])
    const freight = await test.client.tokenOf(test.freight)
    expect((await listOf(freight, '4')).rows).toHaveLength(1)
  })

  it('are newest first, and search by number, name and day', async () => {
    const token = await test.client.tokenOf(test.freight)
    const { rows } = await listOf(token, '3')
    expect(rows.map(({ submitTime }) => submitTime)).toEqual(
      rows
        .map(({ submitTime }) => submitTime)
        .sort()
        .reverse(),
    )
    expect(rows).toHaveLength(2)
    const [newest, oldest] = rows
    expect((await listOf(token, '3', { keyword: newest?.caseNo })).rows).toEqual([newest])
    expect((await listOf(token, '3', { keyword: ' 货物运输 ' })).rows).toEqual([oldest])
    const day = oldest?.submitTime.slice(0, 10)
    expect((await listOf(token, '3', { beginDate: day, endDate: day })).rows).toEqual([oldest])
    expect(await listOf(token, '3', { pageNo: 2, pageSize: 1 })).toMatchObject({ total: 2, rows: [oldest] })
  })

  it('a raw status goes to 在办件, and a finished one to 办结件', async () => {
    const caseNo = await fileCase(test, test.nurse, NURSE_ITEM)
    const token = await test.client.tokenOf(test.nurse)
    test.provider.office.setStatus(caseNo, '777', '另行研究')
    const listed = (await listOf(token, '2')).rows.find((it) => it.caseNo === caseNo)
    expect(listed).toMatchObject({ caseStatus: '777', caseStatusName: '另行研究' })
    test.provider.office.setStatus(caseNo, '99')
    expect((await listOf(token, '3')).rows.map((it) => it.caseNo)).toContain(caseNo)
  })
})

describe('life cycle', () => {
  it('goes from submission to a licence, step by step', async () => {
    const caseNo = await fileCase(test, test.nurse, NURSE_ITEM)
    const seen: [string, string[]][] = []
    const look = async () => {
      const progress = await progressOf(caseNo)
      seen.push([progress.caseStatus, open(progress)])
      return progress
    }
    const first = await look()
    expect(names(first)).toEqual(['申请提交', '网上预审', '收件', '受理', '审查', '决定', '制证', '送达办结'])
    for (const action of [
      'preReview',
      'awaitReceipt',
      'receive',
      'accept',
      'review',
      'approve',
      'issue',
      'complete',
    ] as const) {
      act(caseNo, action)
      await look()
    }
    expect(seen).toEqual([
      ['12', ['网上预审']],
      ['16', ['收件']],
      ['24', ['收件']],
      ['26', ['受理']],
      ['30', ['审查']],
      ['32', ['审查']],
      ['50', ['制证']],
      ['60', ['送达办结']],
      ['90', []],
    ])
    const last = await progressOf(caseNo)
    expect(names(last)).toEqual(names(first))
    expect(last.issuedDocs.map(({ docName }) => docName)).toEqual(['受理通知书', '准予许可决定书', '护士执业证书'])
    expect(test.provider.office.openCase(caseNo)?.brief).toMatchObject({ evaluableFlag: '1' })
  })

  it('each document is a PDF of the owner that #8 gives, and nobody else’s', async () => {
    const caseNo = await fileCase(test, test.nurse, NURSE_ITEM)
    act(caseNo, 'accept', 'reject')
    const { issuedDocs } = await progressOf(caseNo)
    expect(issuedDocs.map(({ docName }) => docName)).toEqual(['受理通知书', '不予许可决定书'])
    const [own, others] = [await test.client.tokenOf(test.nurse), await test.client.tokenOf(test.freight)]
    for (const { docName, attachId } of issuedDocs) {
      const { data } = await test.client.call(INFO, { attachId }, { token: own })
      const { fileName, fileSize, downloadUrl } = data as { fileName: string; fileSize: number; downloadUrl: string }
      expect(fileName).toBe(`${docName}.pdf`)
      const bytes = Buffer.from(await (await fetch(downloadUrl)).arrayBuffer())
      expect(bytes.length).toBe(fileSize)
      expect(textOf(readPdf(bytes))).toContain(docName)
      expect((await test.client.call(INFO, { attachId }, { token: others })).code).toBe('2004')
    }
  })

  it('refuses what the status does not allow, and leaves the case as it is', async () => {
    const caseNo = await fileCase(test, test.nurse, NURSE_ITEM)
    expect(() => act(caseNo, 'approve')).toThrow('不能准予许可')
    expect(() => act(caseNo, 'complete')).toThrow('不能办结')
    expect((await progressOf(caseNo)).caseStatus).toBe('12')
    act(caseNo, 'accept', 'reject')
    expect(test.provider.office.allowedActions(caseNo)).toEqual([])
  })

  it('a case that skips steps has passed them', async () => {
    const caseNo = await fileCase(test, test.nurse, NURSE_ITEM)
    act(caseNo, 'accept')
    const { nodes } = await progressOf(caseNo)
    expect(nodes.slice(0, 5).map(({ nodeName, nodeState }) => nodeName + nodeState)).toEqual([
      '申请提交2',
      '网上预审2',
      '收件2',
      '受理2',
      '审查1',
    ])
  })

  it('a filing without a licence ends without 制证', async () => {
    const caseNo = await fileCase(test, test.freight, 'SX120116000020')
    expect(test.provider.office.openCase(caseNo)?.progress.nodes.map(({ nodeName }) => nodeName)).not.toContain('制证')
    act(caseNo, 'accept', 'approve')
    expect(test.provider.office.allowedActions(caseNo)).toEqual(['complete'])
    act(caseNo, 'complete')
    expect(test.provider.office.openCase(caseNo)?.progress).toMatchObject({ caseStatus: '90', issuedDocs: [{}, {}] })
  })

  it.each([
    ['notAccept', '97', '受理'],
    ['withdraw', '98', '网上预审'],
  ] as const)('%s ends the case with %s', async (action, status, last) => {
    const caseNo = await fileCase(test, test.nurse, NURSE_ITEM)
    test.provider.office.act(caseNo, action, { opinion: '不属于本辖区' })
    const progress = await progressOf(caseNo)
    expect(progress.caseStatus).toBe(status)
    expect(progress.nodes.at(-1)).toMatchObject({ nodeName: last, nodeState: '2', opinion: '不属于本辖区' })
    expect(progress.promisedFinishDate).toBe('')
  })
})

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
