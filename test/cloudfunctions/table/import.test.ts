import { readFileSync } from 'node:fs'
import { startSystem, type System } from '../../support/system'
import { Citizen } from '../support/citizen'
import { databaseOf } from '../support/database'
import { pdf } from '../support/files'
import { NURSE, start } from '../support/nurse'
import type { Input } from '../../../miniprogram/shared/contract/actions'
import { csvText, gbk, xlsx } from './files'

let system: System
let nurse: Citizen
let place: Omit<Input<'table.template'>, 'fileType'>

beforeAll(async () => {
  system = await startSystem()
  nurse = new Citizen(system, 'table-nurse')
  await nurse.bind(NURSE.account)
  const { draftId } = await start(nurse)
  place = { draftId, materialId: NURSE.form, fieldId: 'resume' }
}, 60_000)
afterAll(() => system.close())

const HEADINGS = ['起止年月', '学习或工作单位', '专业或岗位', '证明人']
const ROW = ['2014-09-01 至 2017-07-01', '虚构护理职业学院', '护理', '沈知舟']
const KEPT = {
  period: { begin: '2014-09-01', end: '2017-07-01' },
  org: '虚构护理职业学院',
  post: '护理',
  witness: '沈知舟',
}

async function upload(bytes: Buffer, fileName: string, citizen = nurse) {
  const { importId, cloudPath } = await citizen.call('table.begin', { ...place, fileName, size: bytes.length })
  return { importId, fileId: await citizen.upload(cloudPath, bytes) }
}
const bytesAt = (url: string): Promise<Response> => fetch(url)
const stored = (purpose: string) => databaseOf(system).rows('temporary_files', { purpose })

test('a template is offered by a short-lived address; filled in, it comes back as rows; the file is gone then', async () => {
  const template = await nurse.call('table.template', { ...place, fileType: 'csv' })
  expect(template.fileName).toMatch(/^经历.*模板\.csv$/)
  expect(new Date(template.expiresAt).getTime() - Date.now()).toBeLessThanOrEqual(600_000)
  const text = await (await bytesAt(template.url)).text()
  const uploaded = await upload(Buffer.from(`${text}\r\n${csvText([ROW])}`), '经历.csv')
  expect(await nurse.call('table.read', uploaded)).toEqual({
    rows: [KEPT],
    wrongRows: [],
    problems: [],
    problemCount: 0,
    ignoredColumns: [],
    notices: [],
  })
  expect(await stored('table-import')).toEqual([])
  expect(await nurse.code('table.read', uploaded)).toBe('NOT_FOUND')
})

test('XLSX and GBK through the deployed bundle', async () => {
  const template = await nurse.call('table.template', { ...place, fileType: 'xlsx' })
  expect(
    Buffer.from(await (await bytesAt(template.url)).arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  for (const [bytes, name] of [
    [await xlsx([HEADINGS, ROW]), '经历.XLSX'],
    [gbk(csvText([HEADINGS, ROW])), '经历.csv'],
  ] as const) {
    expect((await nurse.call('table.read', await upload(bytes, name))).rows).toEqual([KEPT])
  }
})

test('rows can be saved as they came', async () => {
  const { rows } = await nurse.call('table.read', await upload(Buffer.from(csvText([HEADINGS, ROW, ROW])), 'a.csv'))
  const { declaration } = await nurse.call('declaration.open', { draftId: place.draftId })
  await nurse.call('declaration.save', {
    draftId: place.draftId,
    baseVersion: declaration.version,
    forms: [{ materialId: place.materialId, answers: {}, rows: { resume: [{ at: 0, remove: 0, insert: rows }] } }],
  })
  const { declaration: saved } = await nurse.call('declaration.open', { draftId: place.draftId })
  expect(saved.forms.find((form) => form.materialId === place.materialId)?.answers['resume']).toEqual([KEPT, KEPT])
  const taken = await nurse.call('table.template', { ...place, fileType: 'xlsx', filled: true })
  expect(taken.fileName).not.toContain('模板')
  const bytes = Buffer.from(await (await bytesAt(taken.url)).arrayBuffer())
  expect((await nurse.call('table.read', await upload(bytes, taken.fileName))).rows).toEqual([KEPT, KEPT])
})

test.each([
  ['经历.xls', 10, '不能导入 .xls 文件。请用表格软件打开，另存为 .xlsx 后再试'],
  ['经历.pdf', 10, '只能导入 .xlsx 或 .csv 文件'],
  ['经历', 10, '只能导入 .xlsx 或 .csv 文件'],
  ['经历.csv', 0, '这是一个空文件'],
  ['经历.csv', 3_000_000, '文件太大，最大 2 MB'],
])('%s of %i bytes is refused before it is uploaded', async (fileName, size, message) => {
  const error = await nurse.failure('table.begin', { ...place, fileName, size })
  expect([error.code, error.message]).toEqual(['FILE_REFUSED', expect.stringContaining(message)])
})

test.each([
  ['a PDF called CSV', pdf('x'), '经历.csv', '表头对不上'],
  ['a PDF called XLSX', pdf('x'), '经历.xlsx', '文件内容与扩展名不一致'],
  [
    'an old Excel file called XLSX',
    Buffer.from('d0cf11e0a1b11ae100', 'hex'),
    '经历.xlsx',
    '这是旧版 Excel 文件，或文件有密码',
  ],
  ['too large, whatever was said before', Buffer.alloc(2_200_000, 0x61), '经历.csv', '文件太大'],
  [
    'more rows than the table takes',
    Buffer.from(csvText([HEADINGS, ...Array.from({ length: 21 }, () => ROW)])),
    '经历.csv',
    '最多 20 行，文件里有 21 行',
  ],
])('%s: refused with what to do, and deleted', async (_, bytes, fileName, message) => {
  const { importId, cloudPath } = await nurse.call('table.begin', { ...place, fileName, size: 10 })
  const fileId = await nurse.upload(cloudPath, bytes)
  const error = await nurse.failure('table.read', { importId, fileId })
  expect([error.code, error.message]).toEqual(['FILE_REFUSED', expect.stringContaining(message)])
  expect(await stored('table-import')).toEqual([])
})

test("nobody reads into another's draft, reads another's file, or names a file of their own choice", async () => {
  const stranger = new Citizen(system, 'table-stranger')
  await stranger.bind('13000000103')
  expect(await stranger.code('table.template', { ...place, fileType: 'csv' })).toBe('NOT_FOUND')
  expect(await stranger.code('table.begin', { ...place, fileName: 'a.csv', size: 1 })).toBe('NOT_FOUND')
  const mine = await upload(Buffer.from(csvText([HEADINGS, ROW])), 'a.csv')
  expect(await stranger.code('table.read', mine)).toBe('NOT_FOUND')
  const other = await upload(Buffer.from(csvText([HEADINGS, ROW])), 'b.csv')
  expect(await nurse.code('table.read', { ...mine, fileId: other.fileId })).toBe('NOT_FOUND')
  expect(await nurse.code('table.template', { ...place, fieldId: 'name', fileType: 'csv' })).toBe('NOT_FOUND')
  const unbound = new Citizen(system, 'table-nobody')
  expect(await unbound.code('table.begin', { ...place, fileName: 'a.csv', size: 1 })).toBe('NOT_BOUND')
})

test('what was uploaded and never read, and old templates, go with the clean-up', async () => {
  await upload(Buffer.from('x'), 'forgotten.csv')
  const { url } = await nurse.call('table.template', { ...place, fileType: 'csv' })
  const fresh = await nurse.call('table.template', { ...place, fileType: 'csv' })
  const { rows, update } = databaseOf(system)
  const all = await rows('temporary_files', {})
  const newest = Math.max(...all.map((row) => Number(row['createdAt'])))
  for (const row of all.filter((one) => one['createdAt'] !== newest)) {
    await update('temporary_files', { _id: row['_id'] }, { createdAt: Date.now() - 2 * 3600 * 1000 })
  }
  await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
  expect((await rows('temporary_files', {})).map((row) => row['createdAt'])).toEqual([newest])
  expect((await bytesAt(url)).status).toBe(404)
  expect((await bytesAt(fresh.url)).status).toBe(200)
})

test('one run of the clean-up takes more than one batch', async () => {
  const { add, count } = databaseOf(system)
  const old = { purpose: 'preview', draftId: 'f'.repeat(32), fileId: '', createdAt: Date.now() - 2 * 3600 * 1000 }
  const ids = Array.from({ length: 210 }, (_, n) => n.toString(16).padStart(32, '0'))
  await Promise.all(ids.map((_id) => add('temporary_files', { _id, ...old, cloudPath: `made/${_id}/file.pdf` })))
  await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
  expect(await count('temporary_files', { purpose: 'preview' })).toMatchObject({ total: 0 })
})

test('it is uploaded to a path that the storage rule of a real environment allows', async () => {
  const [, pattern = ''] = /"write": ".*&& \/(.+)\/\.test/.exec(readFileSync('docs/deployment.md', 'utf8')) ?? []
  const allowed = new RegExp(pattern.replace(/\\\\/g, '\\'))
  expect('elsewhere/x.csv').not.toMatch(allowed)
  const { cloudPath } = await nurse.call('table.begin', { ...place, fileName: '经历.csv', size: 10 })
  expect(cloudPath).toMatch(allowed)
})
