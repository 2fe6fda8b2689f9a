import { readPdf, textOf } from '../../support/pdf-text'
import { fileCase } from './filing'
import { act, listOf, NURSE_ITEM, open, prepareOffice, type Progress, progressOf, test } from './office-cases'

prepareOffice()

const COUNTS = '/api/v1/cases/counts'

const INFO = '/api/v1/attachments/info'

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
