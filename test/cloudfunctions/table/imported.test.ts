import type { CellValue } from 'exceljs'
import { importedTable } from '../../../cloudfunctions/domain/table/imported'
import { readCsv } from '../../../cloudfunctions/files/csv'
import { readXlsx } from '../../../cloudfunctions/files/xlsx'
import { csvTemplate } from '../../../cloudfunctions/domain/table/template-csv'
import { xlsxTemplate } from '../../../cloudfunctions/domain/table/template-xlsx'
import { AppError } from '../../../cloudfunctions/kernel/errors'
import type { ImportedTable } from '../../../miniprogram/shared/domain/table-import'
import type { Field } from '../../../miniprogram/shared/form'
import { csvText, gbk, HEADINGS, KEPT, TYPED, VEHICLES, xlsx } from './files'

const TODAY = '2026-11-23'

const fromCsv = async (bytes: Buffer | string, table: Field = VEHICLES): Promise<ImportedTable> =>
  importedTable(
    [await readCsv(Buffer.from(bytes))].filter((sheet) => sheet.length > 0),
    table,
    TODAY,
  )
const fromXlsx = async (bytes: Buffer, table: Field = VEHICLES): Promise<ImportedTable> =>
  importedTable(await readXlsx(bytes), table, TODAY)

/** What the citizen reads when the whole file is refused. */
async function refusal(reading: Promise<unknown>): Promise<string> {
  try {
    await reading
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_REFUSED') return error.detail.userMessage ?? ''
    throw error
  }
  throw new Error('the file was taken')
}

const GOOD = { rows: [KEPT], wrongRows: [], problems: [], problemCount: 0, ignoredColumns: [] }

describe('CSV', () => {
  const text = csvText([HEADINGS, TYPED])

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['GBK', gbk(text)],
    [
      'UTF-16 with tabs (Excel: Unicode text)',
      Buffer.from(
        `\uFEFF${csvText([HEADINGS, TYPED])
          .replace(/"4,500"/, '4500')
          .replace(/,/g, '\t')}`,
        'utf16le',
      ),
    ],
    ['semicolons', Buffer.from(text.replace('"4,500"', '4500').replace(/,/g, ';'))],
  ])('%s', async (_, bytes) => {
    expect(await fromCsv(bytes)).toEqual(GOOD)
  })

  test('blank lines, a title above, a row of explanations and other columns do not matter', async () => {
    const rows = [['车辆一览表'], [], ['备注', ...HEADINGS], ['（说明）随便写'], [], ['新车', ...TYPED], ['', '', '']]
    expect(await fromCsv(csvText(rows))).toEqual({ ...GOOD, ignoredColumns: ['备注'] })
  })

  test('headings are known with stars, blanks, full-width brackets, or without what stands in brackets', async () => {
    const headings = HEADINGS.map((label) => (label.startsWith('外廓') ? '外廓尺寸' : `＊ ${label}`))
    expect(await fromCsv(csvText([headings, TYPED]))).toEqual(GOOD)
  })

  test.each([
    ['nothing in it', '', '文件是空的'],
    ['only headings', csvText([HEADINGS]), '只有表头，没有内容'],
    [
      'no heading that fits',
      csvText([
        ['a', 'b'],
        ['1', '2'],
      ]),
      '表头对不上，缺少“车牌号”“车辆类型”“总质量”“登记日期”。请下载模板',
    ],
    ['a missing column', csvText([HEADINGS.slice(1), TYPED.slice(1)]), '缺少“车牌号”'],
    [
      'a column twice',
      csvText([
        [...HEADINGS, '车牌号'],
        [...TYPED, 'x'],
      ]),
      '表头里有两列“车牌号”',
    ],
    ['an open quote', `${HEADINGS.join(',')}\r\n"津A12345,普通货车\r\n`, '第 2 行的引号不成对'],
    ['binary content', Buffer.concat([Buffer.from(HEADINGS.join(',')), Buffer.alloc(20)]), '这不是文本格式'],
    ['an unknown encoding', Buffer.from([0x41, 0xff, 0xff, 0xff, 0x0a]), '看不懂这个文件的文字编码'],
  ])('%s: refused with what to do', async (_, content, message) => {
    expect(await refusal(fromCsv(content))).toContain(message)
  })

  test('more rows than the table may have are refused with both numbers', async () => {
    const table = { ...VEHICLES, constraints: { maxRows: 3 } }
    const rows = [HEADINGS, ...Array.from({ length: 4 }, () => TYPED)]
    expect(await refusal(fromCsv(csvText(rows), table))).toBe('“运输车辆”最多 3 行，文件里有 4 行。请删减后再导入')
  })

  test('every problem is said once, by the row of the file and the column; what is readable stays', async () => {
    const change = (at: number, cell: string): string[] => TYPED.map((old, n) => (n === at ? cell : old))
    const rows = [
      HEADINGS,
      TYPED,
      change(0, ''),
      change(1, '客车'),
      change(2, '很重'),
      change(2, '200000'),
      change(4, '05/03/24'),
      change(4, '2027-01-01'),
      change(5, '大概'),
      change(6, '1.20116E+17'),
      change(6, '120116199607210043'),
      change(7, '干线、海运'),
      change(8, '2026'),
      change(9, '25:00'),
      change(0, '津A12345津A12345'),
      change(0, '津A😀'),
    ]
    const { problems, problemCount, wrongRows, rows: kept } = await fromCsv(csvText(rows))
    expect(problems).toEqual([
      { row: 3, column: '车牌号', message: '请填写车牌号' },
      { row: 4, column: '车辆类型', message: '只能填：普通货车、挂车' },
      { row: 5, column: '总质量', message: '请填写数字' },
      { row: 6, column: '总质量', message: '不能大于 100000千克' },
      { row: 7, column: '登记日期', message: '日期请写成 2026-11-02 的样子' },
      { row: 8, column: '登记日期', message: '不能晚于今天' },
      { row: 9, column: '是否安装卫星定位装置', message: '只能填：是、否' },
      {
        row: 10,
        column: '车主身份证号',
        message: '号码被表格软件变成了数字，后几位已经丢失。请把这一列的单元格格式改成“文本”，重新填写号码后再导入',
      },
      { row: 11, column: '车主身份证号', message: '身份证号码不正确，请核对 18 位号码（最后一位可能是 X）' },
      { row: 12, column: '用途', message: '只能填：干线、城配、危货；几项之间用顿号隔开' },
      { row: 13, column: '保险期间', message: '起止日期请写成“2026-09-01 至 2026-11-02”的样子' },
      { row: 14, column: '首班时间', message: '时间应写成 22:00 的样子' },
      { row: 15, column: '车牌号', message: '最多 9 个字，现在有 14 个' },
      { row: 16, column: '车牌号', message: '请不要使用表情符号' },
    ])
    expect(problemCount).toBe(14)
    expect(wrongRows).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
    expect(kept[2]).toEqual({ ...KEPT, kind: null })
    expect(kept[9]).toEqual({ ...KEPT, owner_id: '120116199607210043' })
  })

  test('500 rows with two problems each: counted, and the first 200 listed', async () => {
    const rows = Array.from({ length: 500 }, (_, n) =>
      TYPED.map((cell, at) => (at < 2 ? `${n}错误的内容实在太长了` : cell)),
    )
    const read = await fromCsv(csvText([HEADINGS, ...rows]))
    expect(read.rows).toHaveLength(500)
    expect([read.problemCount, read.problems.length, read.wrongRows.length]).toEqual([1000, 200, 500])
  })
})

describe('XLSX', () => {
  test('cells as Excel keeps them: text, numbers, days, formulas with their result, links, formatted text', async () => {
    const row: CellValue[] = [
      { richText: [{ text: '津A' }, { text: '12345', font: { bold: true } }] },
      '普通货车',
      { formula: 'C3*1', result: 4500 },
      { text: '5995×2300×3200', hyperlink: 'https://example.invalid' },
      new Date(Date.UTC(2024, 2, 5)),
      true,
      '120116199607210042',
      '干线，城配',
      '2026.1.1～2026.12.31',
      new Date(Date.UTC(1899, 11, 30, 5, 30)),
    ]
    const bytes = await xlsx([HEADINGS, row], (_, sheet) => {
      sheet.getCell('E2').numFmt = 'yyyy/m/d'
      sheet.getCell('J2').numFmt = 'h:mm'
    })
    expect(await fromXlsx(bytes)).toEqual(GOOD)
  })

  test('a day that was never formatted as one, and numbers with the dust of binary fractions', async () => {
    const row = TYPED.map((cell, n) => (n === 4 ? 45_356 : n === 2 ? 0.1 + 0.2 : cell))
    const { rows, problemCount } = await fromXlsx(await xlsx([HEADINGS, row]))
    expect(rows[0]).toMatchObject({ registered: '2024-03-05', mass: 0.3 })
    expect(problemCount).toBe(0)
  })

  test('a long number is an error with advice; formulas that failed or were never computed too', async () => {
    const row: CellValue[] = [...TYPED]
    row[6] = Number('120116199607210042')
    row[0] = { formula: 'A9', result: { error: '#REF!' } }
    row[3] = { formula: 'A9' }
    const { problems, rows } = await fromXlsx(await xlsx([HEADINGS, row]))
    expect(problems.map(({ column, message }) => `${column} ${message.slice(0, 14)}`)).toEqual([
      '车牌号 单元格里的公式出错，请改成实',
      '外廓尺寸(长×宽×高 毫米) 单元格里的公式没有结果，请复',
      '车主身份证号 号码被表格软件变成了数字，后',
    ])
    expect(rows[0]).toMatchObject({ plate: null, size: null, owner_id: null })
  })

  test('a number in a cell that is formatted as a day is told, whatever the column wants', async () => {
    const bytes = await xlsx([HEADINGS, TYPED], (_, sheet) => {
      for (const at of [1, 5]) {
        sheet.getCell(2, at).value = 13_000_000_102
        sheet.getCell(2, at).numFmt = 'yyyy-mm-dd'
      }
    })
    const { problems } = await fromXlsx(bytes)
    expect(problems.map(({ column, message }) => [column, message])).toEqual([
      ['车牌号', expect.stringContaining('单元格设成了日期格式')],
      ['登记日期', expect.stringContaining('单元格设成了日期格式')],
    ])
  })

  test('no more text than a draft and an answer of the cloud have room for', async () => {
    const long = 'x'.repeat(30_000)
    const rows = Array.from({ length: 25 }, () => [long, ...TYPED.slice(1)])
    expect(await refusal(fromXlsx(await xlsx([HEADINGS, ...rows])))).toContain('文件里的文字太多')
    const { ignoredColumns } = await fromXlsx(await xlsx([[...HEADINGS, long], TYPED]))
    expect(ignoredColumns).toEqual([long.slice(0, 30)])
  })

  test('the first sheet with the headings counts; hidden sheets do not', async () => {
    const bytes = await xlsx([['封面'], ['天津星槎速达货运']], (workbook) => {
      const hidden = workbook.addWorksheet('旧', { state: 'hidden' })
      hidden.addRows([HEADINGS, TYPED, TYPED])
      workbook.addWorksheet('新').addRows([HEADINGS, TYPED])
    })
    expect(await fromXlsx(bytes)).toEqual(GOOD)
  })

  test('rules over whole columns and huge merged ranges cost nothing', async () => {
    const bytes = await xlsx([HEADINGS, TYPED], (_, sheet) => {
      sheet.getCell('L1').dataValidation = { type: 'list', formulae: ['"a,b"'] }
    })
    const { replaceEntry } = await import('./zip')
    const bomb = replaceEntry(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml
        .replace(/sqref="[^"]*"/, 'sqref="A1:XFD1048576"')
        .replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="L3:XFD1048576"/></mergeCells>'),
    )
    expect(bomb.length).toBeGreaterThan(0)
    expect(await fromXlsx(bomb)).toEqual({ ...GOOD, ignoredColumns: [] })
  })

  test('500 rows', async () => {
    const rows = Array.from({ length: 500 }, (_, n) => [`津A${10_000 + n}`, ...TYPED.slice(1)])
    const read = await fromXlsx(await xlsx([HEADINGS, ...rows]))
    expect(read.rows.map((row) => row['plate'])).toEqual(rows.map(([plate]) => plate))
    expect(read.problemCount).toBe(0)
  })
})

describe('files that only look like XLSX', () => {
  test('refused with the way out, before anything is unpacked into memory', async () => {
    const { replaceEntry, zip } = await import('./zip')
    const good = await xlsx([HEADINGS, TYPED])
    const huge = Buffer.alloc(40 * 1024 * 1024, 0x20)
    const end = good.length - 22
    const disks = Buffer.from(good)
    disks.writeUInt16LE(0xffff, end + 4)
    const shifted = Buffer.concat([good.subarray(0, end), Buffer.alloc(64), good.subarray(end)])
    const cases: readonly (readonly [string, Buffer, string])[] = [
      ['an honest bomb', zip({ '[Content_Types].xml': 'x', 'xl/workbook.xml': huge }), '文件展开后太大'],
      ['a lying bomb', zip({ '[Content_Types].xml': 'x', 'xl/workbook.xml': huge }, { claim: 100 }), '文件展开后太大'],
      ['a plain zip', zip({ 'a.txt': 'x' }), '文件已经损坏，或不是真正的 Excel'],
      ['cut off', good.subarray(0, good.length - 30), '文件已经损坏'],
      ['a directory that is said to be elsewhere (zip64)', disks, '文件已经损坏'],
      ['a directory that another may stand in for', shifted, '文件已经损坏'],
      ['macros', zip({ '[Content_Types].xml': 'x', 'xl/workbook.xml': 'x', 'xl/vbaProject.bin': 'x' }), '文件里有宏'],
      ['a password', zip({ '[Content_Types].xml': 'x', 'xl/workbook.xml': 'x' }, { encrypted: true }), '文件有密码'],
      ['broken XML', replaceEntry(good, 'xl/workbook.xml', () => '<workbook'), '读不出这个 Excel 文件'],
      ['garbage', Buffer.from('PK\x03\x04 and nothing else', 'latin1'), '文件已经损坏'],
    ]
    for (const [name, bytes, message] of cases) {
      expect([name, await refusal(fromXlsx(bytes))]).toEqual([name, expect.stringContaining(message)])
    }
  })
})

describe('templates', () => {
  const NASTY: Field = {
    ...VEHICLES,
    label: '车辆/情况[?]',
    columns: [{ id: 'sum', label: '=SUM(A1)', type: 'text', required: true }, ...(VEHICLES.columns ?? [])],
  }

  test('CSV: a mark for Excel, headings, explanations; nothing that would run as a formula', async () => {
    const text = (await csvTemplate(NASTY)).toString()
    const [headings = '', explanations = ''] = text.split('\r\n')
    expect(headings.startsWith('\uFEFF')).toBe(true)
    expect(headings).toContain(`'=SUM(A1)`)
    expect(headings).toContain('车牌号,车辆类型,总质量')
    expect(explanations).toContain('（说明）必填；只能填：普通货车、挂车')
    expect(explanations).toContain('（说明）必填；数字，单位千克，不写单位，不小于 0，不大于 100000')
    expect(text.split(/[,\r\n\uFEFF]+/).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
  })

  test.each(['csv', 'xlsx'])('%s: filled in and given back, it is read without a complaint', async (type) => {
    const row = ['合计', ...TYPED]
    if (type === 'csv') {
      const filled = `${(await csvTemplate(NASTY)).toString()}\r\n${csvText([row])}`
      expect(await fromCsv(filled, NASTY)).toEqual({ ...GOOD, rows: [{ sum: '合计', ...KEPT }] })
      return
    }
    const { default: Excel } = await import('exceljs')
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load(Uint8Array.from(await xlsxTemplate(NASTY)).buffer)
    const sheet = workbook.worksheets[0]
    sheet?.getRow(3).splice(1, 0, ...row)
    row.forEach((cell, n) => sheet && (sheet.getCell(3, n + 1).value = cell))
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer())
    expect(await fromXlsx(bytes, NASTY)).toEqual({ ...GOOD, rows: [{ sum: '合计', ...KEPT }] })
  })

  test('XLSX: choices are offered, long numbers stay text', async () => {
    const { default: Excel } = await import('exceljs')
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load(Uint8Array.from(await xlsxTemplate(VEHICLES)).buffer)
    const [sheet, lists] = workbook.worksheets
    expect(sheet?.name).toBe('运输车辆')
    expect(sheet?.getCell('B3').dataValidation).toMatchObject({ type: 'list', formulae: ["'选项'!$B$1:$B$2"] })
    expect(sheet?.getCell('B502').dataValidation).toMatchObject({ type: 'list' })
    expect([lists?.state, lists?.getCell('B2').value]).toEqual(['hidden', '挂车'])
    expect([sheet?.getCell('G3').numFmt, sheet?.getCell('C3').numFmt]).toEqual(['@', undefined])
  })

  test('an untouched template holds no rows', async () => {
    expect(await refusal(fromXlsx(await xlsxTemplate(VEHICLES)))).toContain('只有表头，没有内容')
    expect(await refusal(fromCsv(await csvTemplate(VEHICLES)))).toContain('只有表头，没有内容')
  })
})
