import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import type { Output } from '../../../miniprogram/shared/contract/actions'
import { archiveView, contentsView, waitOf } from '../../../miniprogram/packages/case/pages/archive/archive-view'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import type { Screen } from '../../support/screen'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_BOTH, AS_ENTERPRISE, CASE } from '../fixtures'

type Fetched = Output<'archive.fetch'>
const MATERIAL = { materialId: 'CL-PHOTO', name: '近期免冠照片', isForm: false, isPromised: false }
const OPENED: Output<'archive.open'> = {
  account: AS_BOTH,
  contents: {
    caseNo: CASE.caseNo,
    matterName: CASE.matterName,
    statusName: '已办结',
    materials: [
      { ...MATERIAL, files: [{ fileName: '照片.jpg', size: 2 * 1024 * 1024 }] },
      { ...MATERIAL, materialId: 'CL-FORM', name: '申请表', isForm: true, files: [] },
    ],
  },
}
const ENTRIES = [
  { index: 0, folder: '电子表单', name: '申请表.pdf', size: 90_000 },
  { index: 1, folder: '近期免冠照片', name: '照片.jpg', size: 2 * 1024 * 1024 },
  { index: 2, folder: '近期免冠照片', name: '图纸.dwg', size: 300 },
]
const READY: Fetched = {
  state: 'ready',
  archive: {
    archiveId: 'a'.repeat(32),
    fileName: `${CASE.caseNo}-全部材料.zip`,
    size: 2_200_000,
    keptUntil: '2026-11-02T13:10:00+08:00',
    entries: ENTRIES,
    total: 3,
  },
  lacks: { ok: true, value: [] },
}

let gateway: Gateway
let storage: Server
let answers: Fetched[]
beforeAll(async () => {
  gateway = await startGateway()
  storage = createServer((request, response) => {
    if (request.url?.startsWith('/gone')) response.writeHead(403).end()
    else response.end('PK zip')
  })
  await new Promise<void>((listening) => storage.listen(0, '127.0.0.1', listening))
})
afterAll(async () => {
  storage.close()
  await gateway.close()
})
const address = (name: string) => `http://127.0.0.1:${(storage.address() as AddressInfo).port}/${name}`
const expiresAt = '2026-11-02T12:20:00+08:00'
beforeEach(() => {
  answers = [READY]
  gateway.calls.length = 0
  gateway.handlers = {
    'archive.open': () => OPENED,
    'archive.fetch': () => answers.shift() ?? READY,
    'archive.link': () => ({ url: address('file.zip'), expiresAt }),
    'archive.preview': () => ({ url: address('file.pdf'), expiresAt, fileName: '申请表.pdf' }),
  }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const asked = (action: string) => gateway.calls.filter((call) => call.action === action).length
async function open(): Promise<Screen> {
  const page = await openPage('packages/case/pages/archive/archive', { caseNo: CASE.caseNo })
  await page.until(() => page.has('.pack'), 'the page')
  return page
}
async function packed(): Promise<Screen> {
  const page = await open()
  await page.tap('.pack')
  await page.untilText('逐个看')
  return page
}

test('what to expect is said before anything is packed, and called about', async () => {
  const page = await open()
  expect(page.text).toContain('1 份表单，1 个文件')
  expect(page.text).toContain('文件合计约 2 MB')
  expect(page.all('.inside').map(({ text }) => text)).toEqual(['近期免冠照片1 个', '申请表您填的表单'])
  expect(page.has('.outside')).toBe(false)
  expect(asked('archive.fetch')).toBe(0)
})

test('what will be in it and what will not is listed; many materials are counted', () => {
  const files = [{ fileName: '照片.jpg', size: 1 }]
  const many = Array.from({ length: 8 }, (_m, index) => ({ ...MATERIAL, materialId: `CL-${index}`, files }))
  const promised = { ...MATERIAL, materialId: 'CL-LATER', name: '设备证明', isPromised: true, files: [] }
  const checked = { ...MATERIAL, materialId: 'CL-ID', name: '身份证明', files: [] }
  const view = contentsView({ ...OPENED.contents, materials: [...many, promised, checked] })
  expect(view.inside).toHaveLength(5)
  expect(view.more).toBe(3)
  expect(view.outside.map(({ name, value }) => `${name}：${value}`)).toEqual([
    '设备证明：承诺后补，还没交',
    '身份证明：没有交文件',
  ])
  expect(contentsView({ ...OPENED.contents, materials: many.slice(0, 6) })).toMatchObject({ more: 0, outside: [] })
  expect(contentsView({ ...OPENED.contents, materials: [] }).title).toBe('一网通没有列出材料')
})

test('packing is waited for; then its size, its files and the comparison', async () => {
  answers = [{ state: 'packing', retryAfterMs: 1000 }, READY]
  const page = await open()
  await page.tap('.pack')
  await page.untilText('一网通正在打包')
  await page.untilText('打包好了，3 个文件')
  expect(page.text).toContain('2.1 MB，留到')
  expect(asked('archive.fetch')).toBe(2)
  expect(page.text).toContain('材料清单上的表单和文件，压缩包里都找到了')
  expect(page.text).toContain('手机上打不开，请在电脑上看')
  expect(page.all('.entry-open')).toHaveLength(2)
  expect(asked('archive.link')).toBe(0)
})

test('nobody waits any more: it is not asked again, and nothing shows up later', async () => {
  answers = [{ state: 'packing', retryAfterMs: 1000 }, READY]
  const page = await open()
  await page.tap('.pack')
  await page.untilText('一网通正在打包')
  await page.tap('.stop')
  await page.rest(1200)
  expect(asked('archive.fetch')).toBe(1)
  expect(page.text).not.toContain('逐个看')
  expect(page.has('.pack')).toBe(true)
})

test('what the list has and the zip lacks is told, with what to do', async () => {
  const lacks = [
    { kind: 'file', material: '近期免冠照片', fileName: '照片2.jpg' },
    { kind: 'promised', material: '设备证明' },
  ] as const
  answers = [{ ...READY, lacks: { ok: true, value: lacks } }]
  const page = await packed()
  expect(page.text).toContain('近期免冠照片“照片2.jpg”：提交过，压缩包里没有找到')
  expect(page.text).toContain('设备证明：承诺后补，还没有补交')
  expect(page.text).toContain('以一网通为准')
})

test('one file is opened without the zip being downloaded', async () => {
  const page = await packed()
  await page.all('.entry-open')[0]?.tap()
  await page.until(() => phone.opened.length > 0, 'the document')
  expect(gateway.calls.at(-1)).toMatchObject({ action: 'archive.preview', input: { index: 0 } })
  expect(asked('archive.link')).toBe(0)
})

test('the zip is downloaded after its size was confirmed, and forwarded by a tap of its own', async () => {
  const page = await packed()
  await page.call('onDownloadTap')
  expect(phone.modals.at(-1)?.content).toContain('压缩包 2.1 MB')
  await page.untilText('已经下载到手机')
  expect(page.has('.save')).toBe(false)
  await page.tap('.share')
  expect(phone.opened).toEqual([`${CASE.caseNo}-全部材料.zip`])
})

test('a zip that is gone, and a download that breaks, are told; the list stays', async () => {
  const page = await packed()
  gateway.handlers['archive.preview'] = () => refuse({ code: 'NOT_FOUND', retryable: false })
  await page.all('.entry-open')[0]?.tap()
  await page.until(() => phone.modals.length > 0, 'the message')
  expect(phone.modals.at(-1)?.content).toContain('请重新打包')
  gateway.handlers['archive.link'] = () => ({ url: address('gone.zip'), expiresAt })
  await page.call('onDownloadTap')
  await page.untilText('压缩包没有下载完整')
  expect(page.text).toContain('逐个看')
})

test('a failure of the provider is one, with a retry', async () => {
  gateway.handlers['archive.fetch'] = () =>
    refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true, message: '文件在传送中受损，没有保存' })
  const page = await open()
  await page.tap('.pack')
  await page.untilText('文件在传送中受损，没有保存')
  gateway.handlers['archive.fetch'] = () => READY
  await page.call('onPackTap')
  await page.untilText('逐个看')
})

test('many files: some at a time; the pace follows the provider, and then its limit', () => {
  const entries = Array.from({ length: 150 }, (_e, index) => ({ index, folder: '', name: `${index}.jpg`, size: 1 }))
  if (READY.state !== 'ready') throw new Error('not ready')
  const view = archiveView({ ...READY.archive, entries, total: 150 }, 60)
  expect(view.folders[0]?.entries).toHaveLength(60)
  expect(view.more).toBe(90)
  expect(waitOf(2000, 1)).toBe(2000)
  expect(waitOf(0, 1)).toBe(1000)
  expect(waitOf(2000, 4)).toBe(10_000)
  expect(waitOf(30_000, 9)).toBe(30_000)
})

test('after a switch of identity nothing of the other one stays on the page', async () => {
  const page = await packed()
  gateway.handlers['archive.open'] = () => refuse({ code: 'NOT_FOUND', retryable: false })
  gateway.handlers['account.switch'] = () => AS_ENTERPRISE
  await page.call('load')
  await page.find('.state').find('.page-failure').tap('.failure-switch')
  await page.until(() => gateway.calls.filter(({ action }) => action === 'archive.open').length === 3, 'the page')
  await page.untilText('没有找到这项内容')
  expect(page.text).not.toContain('压缩包')
})
