import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import type { Output } from '../../../miniprogram/shared/contract/actions'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import type { Screen } from '../../support/screen'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_BOTH, AS_ENTERPRISE, AS_PERSON, CASE, PROGRESS } from '../fixtures'

const LICENCE = {
  name: '护士执业证书',
  number: '津虚构字 1 号',
  issuedAt: '2026-11-13T10:15:00+08:00',
  documentId: 'FJ1',
} as const
const NOTICE = { name: '受理通知书', issuedAt: '2026-11-05T15:00:00+08:00' } as const
const ONE = { caseNo: CASE.caseNo, matterName: '护士执业注册', statusName: '已办结', submittedAt: CASE.submittedAt }
const PAGE: Output<'document.list'> = {
  account: AS_PERSON,
  pageNo: 1,
  total: 2,
  more: false,
  cases: [
    { ...ONE, documents: { ok: true, value: [NOTICE, LICENCE] } },
    { ...ONE, caseNo: 'GX2', matterName: '医师执业注册', documents: { ok: true, value: [] } },
  ],
}

let gateway: Gateway
let storage: Server
beforeAll(async () => {
  gateway = await startGateway()
  storage = createServer((_request, response) => response.end('%PDF-1.4'))
  await new Promise<void>((listening) => storage.listen(0, '127.0.0.1', listening))
})
afterAll(async () => {
  storage.close()
  await gateway.close()
})
const given = (fileName: string) => ({
  url: `http://127.0.0.1:${(storage.address() as AddressInfo).port}/file.pdf`,
  expiresAt: '2026-11-02T12:20:00+08:00',
  fileName,
})
beforeEach(() => {
  gateway.calls.length = 0
  gateway.handlers = { 'document.list': () => PAGE, 'document.preview': () => given('护士执业证书.pdf') }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const asked = (action: string) => gateway.calls.filter((call) => call.action === action)
const openDocuments = async (): Promise<Screen> => {
  const page = await openPage('packages/case/pages/documents/documents')
  await page.until(() => /件办件|还没有证照/.test(page.text), 'the list')
  return page
}

test('the documents of all cases in one call; those without a file say where they are got', async () => {
  const page = await openDocuments()
  expect(gateway.calls.map(({ action, input }) => [action, input])).toEqual([['document.list', { pageNo: 1 }]])
  for (const text of [
    '护士执业注册',
    '津虚构字 1 号 2026年11月13日制发',
    '只有纸质件',
    '到窗口领取',
    '2 件办件都看过了',
  ]) {
    expect(page.text).toContain(text)
  }
  // What can be opened first, though it was issued last.
  expect(page.text.indexOf(LICENCE.name)).toBeLessThan(page.text.indexOf(NOTICE.name))
  expect(page.text).not.toContain('医师执业注册')
  expect(page.find('.document-list').all('.open')).toHaveLength(1)
})

test('a document is opened with the name of its file, and WeChat’s menu to save it', async () => {
  const page = await openDocuments()
  await page.find('.document-list').tap('.open')
  await page.until(() => phone.opened.length > 0, 'the document')
  expect(asked('document.preview')[0]?.input).toEqual({ caseNo: CASE.caseNo, documentId: 'FJ1' })
  expect(phone.opened.at(-1)).toContain('护士执业证书.pdf')
})

test('it is forwarded by a tap of its own, after it was fetched', async () => {
  const page = await openDocuments()
  const list = page.find('.document-list')
  expect(list.has('.share')).toBe(false)
  await list.tap('.fetch')
  await page.until(() => list.has('.share'), 'the button')
  const before = phone.opened.length
  await list.tap('.share')
  await page.until(() => phone.opened.length > before, 'the chats')
  expect(phone.opened.at(-1)).toContain('护士执业证书.pdf')
  expect(asked('document.preview')).toHaveLength(1)
})

test('what WeChat cannot show is said, with the way to a computer', async () => {
  gateway.handlers['document.preview'] = () => given('证照.ofd')
  const page = await openDocuments()
  await page.find('.document-list').tap('.open')
  await page.until(() => phone.modals.length > 0, 'the words')
  expect(phone.modals[0]?.content).toContain('打不开 OFD 文件')
  expect(phone.opened).toEqual([])
})

test('a document that is gone, or a provider that is down, says what to do', async () => {
  gateway.handlers['document.preview'] = () => refuse({ code: 'NOT_FOUND', retryable: false })
  const page = await openDocuments()
  await page.find('.document-list').tap('.open')
  await page.until(() => phone.modals.length > 0, 'the words')
  expect(phone.modals[0]).toMatchObject({ title: '文书没有打开' })
  expect(phone.modals[0]?.content).toContain('可能已经更换')
})

test('older cases are looked through on demand; a page without documents says how far it looked', async () => {
  const older: Output<'document.list'> = {
    ...PAGE,
    pageNo: 2,
    total: 7,
    cases: [{ ...ONE, caseNo: 'GX9', matterName: '更早的事', documents: { ok: true, value: [NOTICE] } }],
  }
  gateway.handlers['document.list'] = ({ pageNo }) =>
    pageNo === 1 ? { ...PAGE, total: 7, more: true, cases: [] } : older
  const page = await openDocuments()
  expect(page.text).toContain('最近 0 件办件里，0 件有文书。更早的还有 7 件没有列出')
  await page.tap('.more')
  await page.untilText('更早的事')
  expect(page.text).toContain('这里只看最近的 1 件办件')
  // A part that is asked for again leaves the list where it is.
  await page.call('load')
  expect(page.text).toContain('更早的事')
  expect(page.text).toContain('这里只看最近的 1 件办件')
})

test('a case that could not be read says so, with a way to try again; nobody’s documents are an empty list', async () => {
  const error = { code: 'UPSTREAM_UNAVAILABLE', retryable: true } as const
  gateway.handlers['document.list'] = () => ({ ...PAGE, cases: [{ ...ONE, documents: { ok: false, error } }] })
  const page = await openDocuments()
  expect(page.text).toContain('这件办件的文书')
  gateway.handlers['document.list'] = () => ({ ...PAGE, total: 0, cases: [] })
  await page.emit('.part-failure', 'retry', {})
  await page.untilText('还没有证照和文书')
})

test('another identity: nothing of the first one stays', async () => {
  gateway.handlers['document.list'] = () => ({ ...PAGE, account: AS_BOTH })
  const page = await openDocuments()
  gateway.handlers['document.list'] = () => refuse({ code: 'FORBIDDEN', retryable: false })
  await page.call('load')
  gateway.handlers['account.switch'] = () => AS_ENTERPRISE
  gateway.handlers['document.list'] = () => ({ ...PAGE, account: AS_ENTERPRISE, cases: [], total: 0 })
  await page.find('.state').find('.page-failure').tap('.failure-switch')
  await page.untilText('还没有证照和文书')
  expect(page.text).not.toContain('津虚构字')
})

test('the same list stands on the case', async () => {
  const progress = { ...PROGRESS, documents: [LICENCE, NOTICE] }
  gateway.handlers['case.open'] = () => ({ account: AS_PERSON, progress, receipt: null })
  const page = await openPage('packages/case/pages/progress/progress', { caseNo: CASE.caseNo })
  await page.untilText('证照和文书')
  expect(page.text).toContain('向办理窗口问清')
  await page.find('.document-list').tap('.open')
  await page.until(() => phone.opened.length > 0, 'the document')
})
