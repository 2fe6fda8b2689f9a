import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import type { Output } from '../../../../miniprogram/shared/contract/actions'
import { tablePage } from '../../../../miniprogram/packages/declare/review/table-page'
import { refuse, startGateway, type Gateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON } from '../../fixtures'
import { declaration, SCHEMA, withAnswers } from './declaration-fixture'

const FULL = withAnswers({ mobile: '13000000101', reg_type: 'first', years: 3, sign: ['att-1'] })

let gateway: Gateway
let storage: Server
let review: Output<'declaration.review'>
let printed: Output<'declaration.print'>

beforeAll(async () => {
  gateway = await startGateway()
  storage = createServer((request, response) => {
    if (request.url === '/gone.pdf') response.writeHead(403).end()
    else response.end('%PDF')
  })
  await new Promise<void>((listening) => storage.listen(0, '127.0.0.1', listening))
})
afterAll(async () => {
  storage.close()
  await gateway.close()
})
beforeEach(() => {
  const url = `http://127.0.0.1:${(storage.address() as AddressInfo).port}/file.pdf`
  review = { account: AS_PERSON, declaration: FULL, pictures: {}, problems: {}, missingMaterials: [], barred: '' }
  printed = { url, expiresAt: '2026-11-02T12:20:00+08:00', fileName: '护士.pdf', pages: 2, unprintable: [] }
  gateway.calls.length = 0
  gateway.handlers = { 'declaration.review': () => review, 'declaration.print': () => printed }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

async function open(): Promise<Screen> {
  const page = await openPage('packages/declare/pages/review/review', { draftId: 'draft-1' })
  await page.until(() => page.has('.bottom__next'), 'the review')
  return page
}
const prints = () => gateway.calls.filter(({ action }) => action === 'declaration.print')

describe('the PDF', () => {
  test('is asked for by draft and version only, once, and opened', async () => {
    const page = await open()
    await Promise.all([page.call('onPrintTap'), page.call('onPrintTap')])
    await page.until(() => phone.opened.length > 0, 'the document')
    expect(prints().map(({ input }) => input)).toEqual([{ draftId: 'draft-1', version: 3 }])
    expect(phone.modals).toEqual([])
  })

  test('characters that cannot be printed are told before it opens', async () => {
    printed = { ...printed, unprintable: [{ code: 'U+20BB7', character: '𠮷', place: '姓名' }] }
    const page = await open()
    await page.call('onPrintTap')
    expect(phone.modals.at(-1)?.content).toContain('“姓名”里的 𠮷（U+20BB7），打印字库里没有')
    expect(phone.opened).toHaveLength(1)
  })

  test('saved elsewhere meanwhile: says so, and shows the newest', async () => {
    gateway.handlers['declaration.print'] = () => {
      review = { ...review, declaration: { ...withAnswers({ years: 5 }, 4) } }
      return refuse({ code: 'CONFLICT', retryable: false })
    }
    const page = await open()
    await page.call('onPrintTap')
    expect(phone.modals.at(-1)?.title).toBe('内容已经更新')
    await page.untilText('学制5年')
    expect(phone.opened).toEqual([])
  })

  test('a failure, and a file that does not come, leave the review as it was', async () => {
    const page = await open()
    gateway.handlers['declaration.print'] = () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
    await page.call('onPrintTap')
    expect(phone.modals).toHaveLength(1)
    printed = { ...printed, url: printed.url.replace('file', 'gone') }
    gateway.handlers['declaration.print'] = () => printed
    await page.call('onPrintTap')
    expect(phone.modals.at(-1)?.title).toBe('PDF 没有打开')
    expect(page.text).toContain('内容齐全')
  })

  test('the receipt prints the version that was filed', async () => {
    const receipt = {
      caseNo: 'GX202611020001',
      matterName: '护士执业注册许可',
      applicantName: '欧**五',
      statusName: '已提交',
      submittedAt: '2026-11-02T12:10:00+08:00',
      delivered: 1,
      total: 1,
      missing: [],
      promised: [],
    }
    gateway.handlers['declaration.outcome'] = () => ({ account: AS_PERSON, version: 7, state: 'submitted', receipt })
    const page = await openPage('packages/declare/pages/receipt/receipt', { draftId: 'draft-1' })
    await page.untilText('提交成功')
    await page.tap('.print')
    await page.until(() => phone.opened.length > 0, 'the document')
    expect(prints().map(({ input }) => input)).toEqual([{ draftId: 'draft-1', version: 7 }])
  })
})

describe('the form as the office will read it', () => {
  const COLUMNS = Array.from({ length: 10 }, (_c, i) => ({ id: `c${i}`, label: `列${i}`, type: 'text' as const }))
  const rows = Array.from({ length: 200 }, (_r, r) =>
    Object.fromEntries(COLUMNS.map(({ id }, c) => [id, `行${r + 1}-${c}`])),
  )
  const long = (): typeof FULL => {
    const table = { id: 'cars', label: '车辆', type: 'table' as const, columns: COLUMNS }
    const drivers = { ...table, id: 'drivers', label: '驾驶员' }
    const schema = { ...SCHEMA, sections: [...SCHEMA.sections, { id: 't', title: '明细', fields: [table, drivers] }] }
    const forms = FULL.forms.map((form) => ({
      ...form,
      schema,
      answers: { ...form.answers, cars: rows, drivers: rows },
    }))
    return { ...declaration(), forms }
  }

  test('empty ones say so, hidden ones are left out, signatures are pictures', async () => {
    review = { ...review, pictures: { 'att-1': 'https://storage.example/sign.png' } }
    review = {
      ...review,
      declaration: { ...review.declaration, forms: withAnswers({ reg_type: 'first', sign: ['att-1'] }).forms },
    }
    const page = await open()
    expect(page.text).not.toContain('手机号码')
    await page.find('.form-summary').tapText('.rest', '还有 1 项')
    expect(page.text).toContain('手机号码未填写')
    expect(page.text).not.toContain('原执业机构')
    expect(page.find('.form-summary').find('.entry__picture').node.dom?.outerHTML).toContain('sign.png')
  })

  test('two tables of 200 rows: ten at a time, turned one form at a time, below 1,000 nodes', async () => {
    review = { ...review, declaration: long() }
    const page = await open()
    expect(page.text).toContain('车辆共 200 行驾驶员共 200 行')
    await page.find('.form-summary').tapText('.rest', '看每一行')
    expect(page.text).toContain('共 200 行，正在看第 1 至 10 行')
    expect(page.text).not.toContain('行11-0')
    expect(page.node.dom?.querySelectorAll('*').length).toBeLessThan(1000)
    await page.find('.form-summary').tap('.pager__next')
    expect(page.text).toContain('正在看第 11 至 20 行')
    expect(page.text).toContain('行20-9')
    expect(page.text).toContain('共 200 行，正在看第 1 至 10 行')
    await page.find('.form-summary').tap('.pager__previous')
    expect(page.text).not.toContain('第 11 至 20 行')
    expect(page.text).toContain('行1-0')
    expect(JSON.stringify(page.node.data).length).toBeLessThan(64 * 1024)
  })
})

test.each([
  [0, 0, '共 0 行', 0, false, false],
  [10, 0, '共 10 行', 10, false, false],
  [11, 1, '共 11 行，正在看第 11 至 11 行', 1, true, false],
  [200, 19, '共 200 行，正在看第 191 至 200 行', 10, true, false],
  [200, 99, '共 200 行，正在看第 191 至 200 行', 10, true, false],
  [200, -1, '共 200 行，正在看第 1 至 10 行', 10, false, true],
])('%i rows, page %i: %s', (count, page, text, shown, hasPrevious, hasNext) => {
  const rows = Array.from({ length: count }, () => [{ label: '列', text: '值' }])
  expect(tablePage(rows, page)).toMatchObject({ text, hasPrevious, hasNext })
  expect(tablePage(rows, page).rows).toHaveLength(shown)
})

test('where the stamped form is uploaded, the form is printed first: once, and only there', async () => {
  const [, photo] = FULL.materials
  if (!photo) throw new Error('the fixture has no second material')
  const scan = { ...photo, materialId: 'scan', name: '盖章（签字）的申报表扫描件', ofPrint: true as const }
  gateway.handlers['declaration.open'] = () => ({
    account: AS_PERSON,
    declaration: { ...FULL, materials: [...FULL.materials, scan] },
  })
  const page = await openPage('packages/declare/pages/attachments/attachments', { draftId: 'draft-1' })
  await page.until(() => page.text.includes(scan.name), 'the scan')
  expect(page.text.match(/先打印申报表（PDF），盖章或签字后拍照/g)).toHaveLength(1)
  await Promise.all([page.call('onPrint'), page.call('onPrint')])
  await page.until(() => phone.opened.length > 0, 'the document')
  expect(prints().map(({ input }) => input)).toEqual([{ draftId: 'draft-1', version: 3 }])
})
