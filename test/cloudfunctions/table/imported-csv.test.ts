import { csvText, gbk, HEADINGS, KEPT, TYPED, VEHICLES } from './files'
import { fromCsv, GOOD, refusal } from './read-files'

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
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 of the big order', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-16 of the big order without a mark', Buffer.from(text, 'utf16le').swap16()],
    ['semicolons', Buffer.from(text.replace('"4,500"', '4500').replace(/,/g, ';'))],
  ])('%s', async (_, bytes) => {
    expect(await fromCsv(bytes)).toEqual(GOOD)
  })

  test('the headings tell the delimiter, not how often it is there', async () => {
    const columns = ['品名', '数量'].map((label) => ({ id: label, label, type: 'text' as const }))
    const { rows } = await fromCsv('品名\t数量\n甲\t4,500\n乙\t"a,b"\n', { ...VEHICLES, columns })
    expect(rows).toEqual([
      { 品名: '甲', 数量: '4,500' },
      { 品名: '乙', 数量: 'a,b' },
    ])
  })

  test('a broken character is named where it stands; the rest of the file is read', async () => {
    const bytes = Buffer.from(csvText([HEADINGS, TYPED, TYPED]))
    bytes[bytes.indexOf('津') + 1] = 0x41
    const { rows, problems } = await fromCsv(bytes)
    expect(problems.map(({ row, column, message }) => [row, column, message])).toEqual([
      [2, '车牌号', expect.stringContaining('乱码')],
    ])
    expect(rows[1]).toEqual(KEPT)
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
      { row: 5, column: '总质量', message: '写的是“很重”，请填写数字' },
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
      { row: 15, column: '车牌号', message: '最多 9 个字，多了 5 个字' },
      { row: 16, column: '车牌号', message: '第 3 个字“😀”是表情或图案，证照和档案里印不出来，请换成文字' },
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
