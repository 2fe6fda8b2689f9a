import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportedTable } from '../../../../miniprogram/shared/domain/table-import'
import type { TableRow } from '../../../../miniprogram/shared/form/index'
import { refuse, startGateway, type Gateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON, FORM } from '../../fixtures'
import { declaration, SCHEMA } from './declaration-fixture'

const PATH = 'packages/declare/pages/import/import'
const folder = mkdtempSync(join(tmpdir(), 'declare-import-'))
const path = join(folder, 'rows.csv')
writeFileSync(path, 'x')
const FILE = { path, name: 'rows.csv', size: 1 }

const TABLE = {
  id: 'crew',
  label: '人员名单',
  type: 'table' as const,
  columns: [{ id: 'name', label: '姓名', type: 'text' as const, required: true }],
  constraints: { maxRows: 20 },
}
const named = (...names: string[]): TableRow[] => names.map((name) => ({ name }))

const READ: ImportedTable = {
  rows: [{ name: '沈知舟' }, { name: null }],
  wrongRows: [1],
  problems: [{ row: 3, column: '姓名', message: '请填写姓名' }],
  problemCount: 1,
  ignoredColumns: ['备注'],
  notices: ['第 5 行像是合计，没有读入'],
}

let gateway: Gateway
let rows: TableRow[]

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  return gateway.close()
})
beforeEach(() => {
  rows = named('虞青禾')
  gateway.calls.length = 0
  gateway.handlers = {
    'declaration.open': () => {
      const opened = declaration()
      const [first] = SCHEMA.sections
      const section = { ...first, id: 'crew', title: '人员', fields: [TABLE] }
      const schema = { ...SCHEMA, sections: [...SCHEMA.sections, section] }
      const forms = opened.forms.map((form) => ({ ...form, schema, answers: { ...form.answers, crew: rows } }))
      return { account: AS_PERSON, declaration: { ...opened, forms } }
    },
    'table.begin': () => ({ importId: 'import-1', cloudPath: 'uploads/1/table.csv' }),
    'table.read': () => READ,
  }
  plugIn({ gateway: gateway.url })
  phone.files = [FILE]
})
afterEach(unplug)

const open = async (): Promise<Screen> => {
  const page = await openPage(PATH, { draftId: 'draft-1', materialId: FORM.materialId, fieldId: 'crew' })
  await page.untilText('现在有 1 行')
  return page
}
const pick = async (page: Screen, until: string): Promise<void> => {
  await page.call('onPickTap')
  await page.untilText(until)
}
const mode = (page: Screen, to: string): Promise<void> =>
  page.call('onModeTap', { currentTarget: { dataset: { mode: to } } })

test('no picture is offered, and a table of another program is told how to become one that can be read', async () => {
  gateway.handlers = {
    ...gateway.handlers,
    'table.begin': () =>
      refuse({
        code: 'FILE_REFUSED',
        message: '不能导入 .et 文件。请用表格软件打开，另存为 .xlsx 后再试',
        retryable: false,
      }),
  }
  phone.files = [
    { path: `${path}.jpg`, name: 'sheet.jpg', size: 1 },
    { path, name: 'rows.et', size: 1 },
  ]
  const page = await open()
  await pick(page, '另存为 .xlsx')
  expect(phone.files.map(({ name }) => name)).toEqual(['sheet.jpg'])
})

test('opens with one call; a file is uploaded to the minted path, read, and shown problem by problem', async () => {
  const page = await open()
  expect(gateway.calls.map(({ action }) => action)).toEqual(['declaration.open'])
  await pick(page, '读到 2 行，其中 1 行要改')
  expect(page.text).toContain('第 3 行姓名：请填写姓名')
  expect(page.text).toContain('内容没有读入：“备注”')
  expect(page.text).toContain('请留意：第 5 行像是合计，没有读入')
  expect(page.all('.import__sample').map(({ text }) => text)).toEqual(['姓名：沈知舟', '姓名：未填写'])
  expect(gateway.calls.slice(1).map(({ action, input }) => [action, input])).toEqual([
    [
      'table.begin',
      { draftId: 'draft-1', materialId: FORM.materialId, fieldId: 'crew', fileName: 'rows.csv', size: 1 },
    ],
    ['table.read', { importId: 'import-1', fileId: 'cloud://test/uploaded' }],
  ])
})

test('rows that are there can be taken out: what is asked for, and what is said when it fails', async () => {
  gateway.handlers['table.template'] = () => refuse({ code: 'NOT_FOUND', retryable: false })
  const page = await open()
  expect(page.has('.import__filled')).toBe(true)
  await page.call('onTemplateTap', { currentTarget: { dataset: { type: 'xlsx', filled: true } } })
  expect(gateway.calls.at(-1)).toMatchObject({ action: 'table.template', input: { fileType: 'xlsx', filled: true } })
  expect(phone.modals.at(-1)?.title).toBe('表格没有发出去')
  rows = []
  const empty = await openPage(PATH, { draftId: 'draft-1', materialId: FORM.materialId, fieldId: 'crew' })
  await empty.untilText('现在有 0 行')
  expect(empty.has('.import__filled')).toBe(false)
})

test('rows with problems come in, or stay out; all or none of them', async () => {
  const page = await open()
  await pick(page, '读到 2 行')
  expect(page.text).toContain('导入 2 行')
  await page.call('onWrongTap')
  expect(page.text).toContain('导入 1 行')
  await mode(page, 'replace')
  expect(page.text).toContain('替换为这 1 行')
})

test('more rows than the table may have cannot be added, but may replace', async () => {
  rows = named(...Array.from({ length: 19 }, (_, n) => `第${n}人`))
  const page = await openPage(PATH, { draftId: 'draft-1', materialId: FORM.materialId, fieldId: 'crew' })
  await page.untilText('现在有 19 行')
  await pick(page, '读到 2 行')
  await mode(page, 'add')
  expect(page.text).toContain('加上现有的 19 行共 21 行，超过了最多 20 行')
  await page.call('onTakeTap')
  expect(phone.visits).toEqual([])
  await mode(page, 'replace')
  expect(page.text).not.toContain('超过了')
})

test.each([
  [
    { code: 'FILE_REFUSED', message: '文件有密码，不能导入。请取消密码后再试', retryable: false } as const,
    '文件有密码，不能导入。请取消密码后再试',
    '草稿没有变动。编号',
  ],
  [{ code: 'NOT_FOUND', retryable: false } as const, '没有找到这项内容', '草稿没有变动'],
])('a file that cannot be read: why, that nothing changed, and what to do', async (error, title, next) => {
  gateway.handlers['table.read'] = () => refuse(error)
  const page = await open()
  await pick(page, title)
  expect(page.text).toContain(next)
  expect(page.has('.import__take')).toBe(false)
  gateway.handlers['table.read'] = () => READ
  phone.files = [FILE]
  await pick(page, '读到 2 行')
  expect(page.text).not.toContain(title)
})

test('no network: said, and the same file can be chosen again', async () => {
  const page = await open()
  phone.online = false
  await pick(page, '网络没有连上')
  expect(page.text).toContain('草稿没有变动')
})

test('what becomes of rows that are there is chosen, never doubled by itself; taken rows lead back to the form', async () => {
  const page = await open()
  await pick(page, '读到 2 行')
  expect(page.text).toContain('表里已经有 1 行。请选全部换掉，还是放在它们后面。')
  await page.call('onTakeTap')
  expect(phone.visits).toEqual([])
  await mode(page, 'add')
  expect(page.text).not.toContain('请选全部换掉')
  await page.call('onTakeTap')
  expect(phone.visits.at(-1)?.url).toContain('packages/declare/pages/form/form?draftId=draft-1')
})
