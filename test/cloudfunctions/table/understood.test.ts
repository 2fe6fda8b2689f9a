import type { CellValue, Worksheet } from 'exceljs'
import type { Field } from '../../../miniprogram/shared/form'
import { xlsx } from './files'
import { fromCsv, fromXlsx, refusal } from './read-files'

/** What people do in spreadsheets that no cell says: formats, merged and hidden cells, 同上, totals, further headings. */

const HOLDERS: Field = {
  id: 'holders',
  label: '股东',
  type: 'table',
  columns: [
    { id: 'name', label: '姓名', type: 'text', required: true },
    { id: 'side', label: '所属方', type: 'text' },
    { id: 'ratio', label: '出资比例', type: 'number', constraints: { unit: '%', max: 100 } },
    { id: 'amount', label: '认缴出资', type: 'money', constraints: { unit: '万元' } },
    { id: 'mass', label: '重量', type: 'number', constraints: { unit: '千克' } },
  ],
}
const HEADINGS = ['姓名', '所属方', '出资比例', '认缴出资', '重量']

const read = (rows: readonly (readonly CellValue[])[], dress: (sheet: Worksheet) => void = () => undefined) =>
  xlsx([HEADINGS, ...rows], (_, sheet) => dress(sheet)).then((bytes) => fromXlsx(bytes, HOLDERS))
const csv = (...lines: readonly string[]) => fromCsv([HEADINGS.join(','), ...lines].join('\r\n'), HOLDERS)
const said = ({ problems }: Awaited<ReturnType<typeof read>>) =>
  problems.map(({ row, column, message }) => `${row} ${column}：${message}`)

test.each<readonly [format: string, value: number, column: 'name' | 'ratio' | 'amount' | 'mass', read: unknown]>([
  ['0%', 0.6, 'ratio', 60],
  ['0.0%', 0.335, 'ratio', 33.5],
  ['0.60', 60, 'ratio', 60],
  ['#,##0', 12_000, 'mass', 12_000],
  ['0!.0,"万"', 12_345, 'mass', 12_345],
  ['0!.0000"万元"', 1_234_500, 'amount', 123.45],
  ['0.00"万元"', 123.45, 'amount', 123.45],
  ['#,##0.00_);[Red](#,##0.00)', -5, 'mass', -5],
  ['_ * #,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, 'mass', 0],
  ['[>=10000]0!.0,"万";0', 9999, 'mass', 9999],
  ['0"千克"', 7, 'mass', 7],
  ['0"吨"', 7, 'mass', '写的是“7吨”，请只填以“千克”为单位的数字'],
  ['0%', 0.6, 'mass', '写的是“60%”，请只填以“千克”为单位的数字'],
  ['"¥"0.00', 1.2, 'amount', '写的是“¥1.20”，请只填以“万元”为单位的数字'],
  ['00000', 7, 'name', '00007'],
  ['"津"0000', 42, 'name', '津0042'],
  ['[h]:mm', 1.5, 'name', '36:00'],
  ['0.00E+00', 1234, 'name', '1234'],
])('a number in the format %s: %d in %s', async (format, value, column, expected) => {
  const at = ['name', 'side', 'ratio', 'amount', 'mass'].indexOf(column)
  const row: CellValue[] = ['沈知舟']
  row[at] = value
  const { rows, problems } = await read([row], (sheet) => (sheet.getCell(2, at + 1).numFmt = format))
  const [problem] = problems
  expect(problem ? problem.message : rows[0]?.[column]).toEqual(expected)
})

test('merged cells: text counts in each row, an amount is named, nothing is lost beside the first column', async () => {
  const result = await read(
    [
      ['沈知舟', '甲方', 30, 100],
      ['虞青禾', null, 30],
      ['陆言蹊', '乙方', 40],
    ],
    (sheet) => {
      sheet.mergeCells('B2:B3')
      sheet.mergeCells('D2:D4')
      sheet.mergeCells('A5:C5')
      sheet.getCell('A5').value = '程未央'
      sheet.getCell('E5').value = 5
    },
  )
  expect(result.rows.map(({ side, amount }) => [side, amount])).toEqual([
    ['甲方', null],
    ['甲方', null],
    ['乙方', null],
    [null, null],
  ])
  expect(result.notices).toEqual(['第 3 行“所属方”在合并的单元格里，每一行都按格子里的内容读入'])
  const merged = '第 2–4 行合并成一格，写的是“100”，看不出每一行各是多少。请取消合并，逐行填写'
  const beside = '和旁边的格子合并在一起，看不出这一列填什么。请取消合并，分别填写'
  expect(said(result)).toEqual([
    `2 认缴出资：${merged}`,
    `3 认缴出资：${merged}`,
    `4 认缴出资：${merged}`,
    `5 所属方：${beside}`,
    `5 出资比例：${beside}`,
  ])
})

test('hidden rows and columns, or such of no height, are left out and said; so is why nothing is left', async () => {
  const rows = [
    ['沈知舟', '甲方', 60],
    ['虞青禾', '乙方', 40],
    ['陆言蹊', '丙方', 0],
  ]
  const hide = (sheet: Worksheet): void => {
    sheet.getRow(3).hidden = true
    sheet.getColumn(2).hidden = true
  }
  const result = await read(rows, hide)
  expect(result.rows.map(({ name, side }) => [name, side])).toEqual([
    ['沈知舟', null],
    ['陆言蹊', null],
  ])
  expect(result.notices).toEqual([
    '“所属方”列在文件里是隐藏的，没有读入。需要的话，请取消隐藏，另存后再导入',
    '第 3 行在文件里是隐藏的，或被筛选掉了，没有读入。需要的话，请取消隐藏和筛选，另存后再导入',
  ])
  expect(await refusal(read([['沈知舟']], (sheet) => (sheet.getRow(2).hidden = true)))).toContain('都是隐藏的')
  expect(await refusal(read(rows, (sheet) => (sheet.getColumn(1).hidden = true)))).toBe(
    '“姓名”列在文件里是隐藏的。请取消隐藏，另存后再导入',
  )
})

test('同上 and its signs take what stands above, however often; without a row above they are named', async () => {
  const result = await csv('沈知舟,同上,60', '虞青禾,甲方,〃', '陆言蹊,同 上,30%', '程未央,同上,同上', '叶归远,同左,〃')
  expect(result.rows.map(({ side, ratio }) => [side, ratio])).toEqual([
    [null, 60],
    ['甲方', 60],
    ['甲方', 30],
    ['甲方', 30],
    [null, 30],
  ])
  expect(said(result)).toEqual([
    '2 所属方：写的是“同上”，上面没有可以照抄的一行，请写出实际的内容',
    '6 所属方：写的是“同左”，请写出实际的内容',
  ])
  expect(result.notices).toEqual([
    '第 3、5–6 行“出资比例”写的是“同上”，按上一行的内容读入',
    '第 4–5 行“所属方”写的是“同上”，按上一行的内容读入',
  ])
})

test('totals, further lines of headings, remarks and who signs are left out and said; a person called so is not', async () => {
  const result = await csv(
    ',,(%),（万元）,千克',
    '沈知舟,甲方,60,,',
    '甲方小计,,60,,',
    HEADINGS.join(','),
    '陆总计,乙方,40,,',
    '合 计,,100%,"1,200",/',
    '备注：比例按章程,,,,',
    '填表人：沈知舟,,日期：2026年11月,,',
  )
  expect(result.rows.map(({ name }) => name)).toEqual(['沈知舟', '陆总计'])
  expect(result.problems).toEqual([])
  expect(result.notices).toEqual([
    '第 2、5 行像是表头的另一行（列名、单位或栏次），没有读入',
    '第 4、7 行像是合计，没有读入',
    '第 8–9 行像是说明、签字或分组的标题，没有读入',
  ])
})

test('headings in two lines: those merged with the line below count in it; 栏次 and titles of groups are left out', async () => {
  const bytes = await xlsx(
    [
      ['股东名册'],
      ['姓名', '所属方', '出资', null, '重量'],
      [null, null, '出资比例', '认缴出资'],
      [null, null, '（%）', '（万元）', '千克'],
      [1, 2, 3, 4, 5],
      ['一、企业方'],
      ['沈知舟', '甲方', 60, 1, 2],
    ],
    (_, sheet) => ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'A6:E6'].forEach((range) => sheet.mergeCells(range)),
  )
  const { rows, problems, notices } = await fromXlsx(bytes, HOLDERS)
  expect([rows, problems]).toEqual([[{ name: '沈知舟', side: '甲方', ratio: 60, amount: 1, mass: 2 }], []])
  expect(notices).toEqual([
    '第 4–5 行像是表头的另一行（列名、单位或栏次），没有读入',
    '第 6 行像是说明、签字或分组的标题，没有读入',
  ])
})

test('a line of numbers with nothing but a remark below is no line of headings', async () => {
  expect((await csv('1,2,3,4,5', '备注：无')).rows).toEqual([{ name: '1', side: '2', ratio: 3, amount: 4, mass: 5 }])
})

test('what looks like a formula stays the text it is, and is said; telephone numbers and negative ones are not', async () => {
  const dangerous = ['=HYPERLINK("http://example.invalid")', "=cmd|' /C calc'!A0", '@SUM(1+1)', '+cmd|1', '-a+1']
  const harmless = ['+86 130 0000 0101', '-5', '-', "'=1+1"]
  const lines = [...dangerous, ...harmless].map((text) => `"${text.replace(/"/g, '""')}",\t=1+1,,,`)
  const { rows, notices } = await csv(...lines)
  expect(rows.map(({ name }) => name)).toEqual([...dangerous, ...harmless.slice(0, 3), '=1+1'])
  expect(notices).toEqual([
    '第 2–6、10 行“姓名”像公式，按文字原样读入，不会计算。如果不是这个意思，请修改',
    '第 2–10 行“所属方”像公式，按文字原样读入，不会计算。如果不是这个意思，请修改',
  ])
})

test('money and amounts in words of ten thousands; a comma that is no thousands separator is named', async () => {
  const result = await csv('沈知舟,,60％,1.2亿元,1.5万', '虞青禾,,,￥500,"1,5"', '陆言蹊,,,50000元,"1,500公斤"')
  expect(result.rows.map(({ ratio, amount, mass }) => [ratio, amount, mass])).toEqual([
    [60, 12_000, 15_000],
    [null, null, null],
    [null, null, 1500],
  ])
  expect(said(result)).toEqual([
    '3 认缴出资：写的是“￥500”，请只填以“万元”为单位的数字',
    '3 重量：写的是“1,5”，逗号是小数点还是千位分隔？小数点请写成“.”，如 3.5；整数请去掉逗号',
    '4 认缴出资：写的是“50000元”，请只填以“万元”为单位的数字',
  ])
})
