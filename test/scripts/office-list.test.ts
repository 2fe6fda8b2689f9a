import Excel from 'exceljs'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MATTERS_FOLDER } from '../../scripts/matters/folders'
import { type OfficeSheet, officeSheets } from '../../scripts/office-list/lines'
import { pageOf } from '../../scripts/office-list/page'
import { type ReadBack, readBack } from '../../scripts/office-list/read-back'
import { ANSWERS, readWorkbook, workbookOf } from '../../scripts/office-list/workbook'

/** The office's list goes out as a workbook and a page, and comes back into a copy of the matters' files. */

const TODAY = '2026-12-01'
let folder: string
let root: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-list-'))
  root = join(folder, 'matters')
  cpSync(MATTERS_FOLDER, root, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Said = Partial<Record<keyof typeof ANSWERS, string | Date>>
const SIGNED: Said = { signature: '沈知舟', date: TODAY }

/** Writes the list of a matter, fills it in as an officer would with a spreadsheet, and takes it back. */
async function answered(sheet: OfficeSheet, answers: Readonly<Record<string, Said>>): Promise<ReadBack> {
  const path = join(folder, 'list.xlsx')
  await workbookOf(sheet, ['请先提供空白表']).xlsx.writeFile(path)
  const book = new Excel.Workbook()
  await book.xlsx.readFile(path)
  const page = book.worksheets[0]
  page?.eachRow((row) => {
    const said = answers[row.getCell(10).text]
    Object.keys(ANSWERS).forEach((name, at) => {
      const value = said?.[name as keyof Said]
      if (value !== undefined) row.getCell(5 + at).value = value
    })
  })
  await book.xlsx.writeFile(path)
  return readBack(await readWorkbook(path), TODAY, root)
}

const sheetOf = (shortName: string): OfficeSheet => {
  const sheet = officeSheets(root).find(({ matter }) => matter === shortName)
  if (!sheet) throw new Error(`no sheet of ${shortName}`)
  return sheet
}
const fileOf = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const rulesOf = (path: string) =>
  (
    fileOf(path) as {
      readonly rules: readonly { readonly id: string; readonly evidence: string; readonly outcome: object }[]
    }
  ).rules
const keyWith = (sheet: OfficeSheet, pattern: RegExp): string => {
  const line = sheet.lines.find(({ key }) => pattern.test(key))
  if (!line) throw new Error(`no line ${pattern.source}`)
  return line.key
}

test('each matter has a sheet of its department, what blocks first, then numbers; every block is asked about', () => {
  const sheets = officeSheets()
  expect(new Set(sheets.map(({ department }) => department)).size).toBeGreaterThan(8)
  for (const { lines } of sheets) {
    const groups = lines.map(({ group }) => ['会拦住申请人的', '数字', '其他'].indexOf(group))
    expect(groups).toEqual([...groups].sort((a, b) => a - b))
    expect(lines.filter(({ text }) => text.trim() === '')).toEqual([])
  }
  const keys = sheets.flatMap(({ lines }) => lines.map(({ key }) => key))
  expect(new Set(keys).size).toBeGreaterThan(300)
  const blocks = sheets.flatMap(({ lines }) => lines.filter(({ group }) => group === '会拦住申请人的'))
  expect(blocks.map(({ now }) => now)).toEqual(blocks.map(() => '拦截'))
  expect(blocks.length).toBeGreaterThan(15)
})

test('the page to print has every line, a place for each answer, and no markup of its own', () => {
  const sheet = sheetOf('护士执业注册')
  const [first] = sheet.lines
  const html = pageOf({ ...sheet, lines: first ? [{ ...first, text: '<b>甲 & 乙</b>' }] : [] }, ['请先提供空白表'])
  expect(html).toContain('&lt;b&gt;甲 &amp; 乙&lt;/b&gt;')
  for (const heading of ['同意', '改为', '依据', '签名', '日期']) expect(html).toContain(`<th>${heading}</th>`)
  expect(pageOf(sheet, []).match(/<tr><td>/g)).toHaveLength(sheet.lines.length)
})

test('what the office agrees to or corrects is in the files, marked as its word, and each change is told', async () => {
  const sheet = sheetOf('护士执业注册')
  const rule = keyWith(sheet, /form\.json#rules\./)
  const fact = keyWith(sheet, /matter\.json#(authority|applicants|tips|conditions)/)
  const { changed, refused } = await answered(sheet, {
    [rule]: { ...SIGNED, change: '提醒', date: new Date(`${TODAY}T00:00:00Z`) },
    [fact]: { ...SIGNED, agree: '同意', basis: '窗口规程第 3 条' },
  })
  expect(refused).toEqual([])
  expect(changed).toHaveLength(2)
  expect(changed[0]).toMatch(/#rules\..+：(拦截|提醒) → 提醒$/)
  const id = rule.split('.').at(-1)
  expect(rulesOf('nurse-registration/form.json').find((one) => one.id === id)).toMatchObject({
    evidence: 'office',
    outcome: { kind: 'problem', severity: 'warning' },
  })
  expect(JSON.stringify(fileOf('nurse-registration/matter.json'))).toContain('窗口规程第 3 条')
  expect(fileOf('nurse-registration/form.json')).toMatchObject({
    changes: expect.arrayContaining([{ on: TODAY, what: '办理窗口核对清单后确认' }]) as object,
  })
  // What was answered is not asked again.
  const left = sheetOf('护士执业注册').lines.map(({ key }) => key)
  expect([left.includes(rule), left.includes(fact)]).toEqual([false, false])
})

test('a number takes another number, a question its answer', async () => {
  const sheet = sheetOf('')
  const parameter = keyWith(sheet, /parameters\.json#lawTextMonths/)
  const question = keyWith(sheet, /questions\.json#/)
  const { changed, refused } = await answered(sheet, {
    [parameter]: { ...SIGNED, change: '18', basis: '内部规定' },
    [question]: { ...SIGNED, change: '见附件空白表' },
  })
  expect([changed.length, refused]).toEqual([2, []])
  const rows = fileOf('shared/parameters.json') as readonly { readonly name: string }[]
  expect(rows.find(({ name }) => name === 'lawTextMonths')).toMatchObject({
    value: 18,
    status: 'confirmed',
    source: `窗口确认 ${TODAY}（沈知舟），内部规定`,
  })
  expect(JSON.stringify(fileOf('shared/questions.json'))).toContain(`见附件空白表（窗口确认 ${TODAY}（沈知舟））`)
})

test.each<readonly [string, Said, string]>([
  ['both columns', { ...SIGNED, agree: '同意', change: '提醒' }, '只能填一个'],
  ['a word that is no yes', { ...SIGNED, agree: '不太清楚' }, '“同意”一栏写的是'],
  ['no signature', { agree: '同意', date: TODAY }, '没有签名'],
  ['no day', { ...SIGNED, agree: '同意', date: '12 月初' }, '要写成 2026-12-01 的样子'],
  ['a day to come', { ...SIGNED, agree: '同意', date: '2026-12-02' }, '还没有到'],
  ['another thing than a severity', { ...SIGNED, change: '改成 30 天' }, '请交开发人员修改申报表'],
])('%s: the line is refused with its row, and the file stays', async (_name, said, reason) => {
  const sheet = sheetOf('护士执业注册')
  const rule = keyWith(sheet, /form\.json#rules\./)
  const before = readFileSync(join(root, 'nurse-registration/form.json'), 'utf8')
  const { changed, refused } = await answered(sheet, { [rule]: said })
  expect([changed, refused.length]).toEqual([[], 1])
  expect(refused[0]).toMatch(/^第 \d+ 行 /)
  expect(refused[0]).toContain(reason)
  expect(readFileSync(join(root, 'nurse-registration/form.json'), 'utf8')).toBe(before)
})

test('a line that was changed after it was printed is refused, and so is one that is gone', async () => {
  const sheet = sheetOf('')
  const lines = sheet.lines.map((line) => (/lawTextMonths/.test(line.key) ? { ...line, now: '12' } : line))
  const parameter = keyWith(sheet, /lawTextMonths/)
  const ghost = { ...(lines[0] as (typeof lines)[number]), key: 'shared/parameters.json#gone' }
  const { refused } = await answered(
    { ...sheet, lines: [...lines, ghost] },
    { [parameter]: { ...SIGNED, agree: '同意' }, [ghost.key]: { ...SIGNED, agree: '同意' } },
  )
  expect(refused.map((line) => line.split('：')[1])).toEqual(['打印之后改过', '这一条已经没有了，或者已经确认过'])
})

test('an answer to a question that has another place by now is not taken for the one that stands there', async () => {
  const sheet = sheetOf('')
  const question = keyWith(sheet, /questions\.json#/)
  const before = readFileSync(join(root, 'shared/questions.json'), 'utf8')
  const moved = sheet.lines.map((line) => (line.key === question ? { ...line, text: '另一个问题？' } : line))
  const { changed, refused } = await answered({ ...sheet, lines: moved }, { [question]: { ...SIGNED, agree: '同意' } })
  expect([changed, refused.length]).toEqual([[], 1])
  expect(refused[0]).toContain('打印之后问的话变了')
  expect(readFileSync(join(root, 'shared/questions.json'), 'utf8')).toBe(before)
})

test('an answer after which the files would not be sound is not written, and said', async () => {
  const sheet = sheetOf('护士执业注册')
  const limit = keyWith(sheet, /matter\.json#timeLimit\.suggestedPromise/)
  const before = readFileSync(join(root, 'nurse-registration/matter.json'), 'utf8')
  await expect(answered(sheet, { [limit]: { ...SIGNED, change: '-5' } })).rejects.toThrow('没有写入')
  expect(readFileSync(join(root, 'nurse-registration/matter.json'), 'utf8')).toBe(before)
})

test('another workbook is none of ours', async () => {
  const path = join(folder, 'other.xlsx')
  const book = new Excel.Workbook()
  book.addWorksheet('表').addRow(['同意'])
  await book.xlsx.writeFile(path)
  await expect(readWorkbook(path)).rejects.toThrow('has no column')
})
