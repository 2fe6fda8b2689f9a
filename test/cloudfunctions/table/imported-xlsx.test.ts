import type { CellValue } from 'exceljs'
import { HEADINGS, TYPED, xlsx } from './files'
import { fromXlsx, GOOD, refusal } from './read-files'

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
