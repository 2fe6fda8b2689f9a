import { deflateSync } from 'node:zlib'
import { printDocument } from '../../../cloudfunctions/print'
import { type PrintedDocument } from '../../../cloudfunctions/print/document'
import { rareFontFile } from '../../../cloudfunctions/print/rare-fonts'
import { rareFontFiles } from '../../../scripts/build/print-fonts'
import { schema } from '../../shared/fixtures/nurse-registration'
import { readPdf, textOf } from '../../support/pdf-text'
import { PRINT_FONTS, rareFont } from '../../support/print-fonts'
import { png } from '../support/files'
import { item, maximalSections, printed, table } from './printed'

const print = async (document: PrintedDocument) => {
  const { pdf, pages, unprintable } = await printDocument(document, rareFont, PRINT_FONTS)
  const text = readPdf(pdf)
  return { pdf, pages, unprintable, text }
}
const bare = (text: string): string => text.replace(/\s/g, '')

test('the maximal nurse form: every section, label and value is there, in the form’s order', async () => {
  const { text, pages, unprintable } = await print(
    printed([], {
      forms: [{ title: schema.title, sections: maximalSections }],
      mark: '尚未提交',
      markText: '尚未提交：草稿',
    }),
  )
  const all = textOf(text)
  let at = 0
  for (const section of maximalSections) {
    expect(all.indexOf(bare(section.title), at)).toBeGreaterThan(at)
    at = all.indexOf(bare(section.title), at)
    for (const { label, text: value, rows, attachmentIds } of section.items) {
      expect(all).toContain(bare(label))
      if (attachmentIds) continue
      for (const expected of rows ? rows.flat().map((cell) => cell.text) : [value])
        expect(all).toContain(bare(expected))
    }
  }
  expect(text.title).toBe(schema.title)
  expect(text.pages).toHaveLength(pages)
  expect(unprintable).toEqual([])
  for (let n = 1; n <= pages; n += 1) {
    expect(textOf(text, n)).toContain(`第${n}页，共${pages}页打印时间：2026年11月2日10:42（北京时间）`)
    expect(textOf(text, n)).toContain('尚未提交')
  }
})

test('a section’s title is not left alone at the foot of a page, however full the page is', async () => {
  const promise = '承诺不发行禁止出版物、盗版和非法出版物，不销售未经审定的中小学教科书，并接受检查'
  const fills = Array.from({ length: 33 }, (_, n) => n + 8)
  // One document: each form begins a page of its own, and the fonts are read once.
  const { text } = await print(
    printed([], {
      forms: fills.map((full) => ({
        title: `第${full}表`,
        sections: [
          {
            sectionId: 'a',
            title: '前一节',
            items: Array.from({ length: full }, (_, i) => item(`栏目${i}`, '字'.repeat(60))),
          },
          { sectionId: 'b', title: `后一节${full}。`, items: [item(promise, `已确认${full}。`)] },
        ],
      })),
    }),
  )
  const pages = text.pages.map((_, n) => textOf(text, n + 1))
  const pageOf = (words: string) => pages.findIndex((page) => page.includes(words))
  for (const full of fills) {
    expect(pageOf(`已确认${full}。`)).toBeGreaterThanOrEqual(0)
    expect([full, pageOf(`后一节${full}。`)]).toEqual([full, pageOf(`已确认${full}。`)])
  }
}, 60_000)

test('300 rows: each is there once, in order, and every page of the table repeats its head', async () => {
  const columns = ['车牌号', '车型', '总质量', '轴数', '识别代号', '颜色', '年检日期', '等级', '状态', '备注']
  const { text, pages } = await print(printed([table('已购置运输车辆情况', columns, 300, '第')]))
  expect(pages).toBeGreaterThan(8)
  const numbers = text.pages.flatMap(({ lines }) => lines.filter(({ x }) => x < 80).map((line) => line.text))
  const rows = numbers.filter((number) => /^\d+$/.test(number)).map(Number)
  expect(rows).toEqual(Array.from({ length: 300 }, (_row, r) => r + 1))
  for (const page of text.pages.slice(1)) {
    expect(page.width).toBeGreaterThan(page.height)
    expect(page.lines.map((line) => line.text)).toEqual(expect.arrayContaining(['序号', '车牌号', '识别代号']))
  }
  expect(textOf(text)).toContain('第300-10')
})

test('few columns stay on upright paper, and a section after a wide table goes back to it', async () => {
  const wide = table('宽表', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'], 2)
  const { text } = await print(printed([table('窄表', ['甲', '乙'], 2), wide, item('之后', '还在')]))
  const upright = text.pages.map(({ width, height }) => width < height)
  expect(upright).toEqual([true, false, true])
  expect(textOf(text, 3)).toContain('还在')
})

test('a very long value flows over pages, and not a character is lost', async () => {
  const long = Array.from({ length: 6000 }, (_c, i) => String.fromCodePoint(0x4e00 + (i % 900))).join('')
  const { text, pages } = await print(printed([item('说明', long, { wide: true }), item('之后', '末尾')]))
  expect(pages).toBeGreaterThan(2)
  const value = text.pages.flatMap(({ lines }) => lines.filter(({ x, size }) => x > 130 && size === 9.5))
  expect(value.map((line) => line.text).join('')).toContain(long)
  expect(textOf(text)).toContain('末尾')
})

test('nothing leaves the page: neither a word without breaks nor twelve columns', async () => {
  const word = 'LFWSRXSJ0K1E10011'.repeat(20)
  const columns = Array.from({ length: 12 }, (_c, i) => `第${i}列的标题`)
  const { text } = await print(printed([item('识别代号', word), table('船舶', columns, 3, word)]))
  for (const { lines, width } of text.pages) {
    for (const line of lines) {
      expect(line.x).toBeGreaterThanOrEqual(47)
      expect(line.x + line.width).toBeLessThanOrEqual(width - 47)
      expect(line.y).toBeGreaterThan(20)
    }
  }
  expect(textOf(text)).toContain(word)
})

describe('characters', () => {
  const named = printed([
    item('姓名', '虞㛃𬭊'),
    item('曾用名', '虞𠮷𪚥'),
    item('配偶', '𫝀𬺰𮯠'),
    item('备注', '김\u{31350}'),
  ])

  test('rare Chinese ones are printed; what no font has stands as its code, and is told', async () => {
    const { text, unprintable } = await print(named)
    expect(textOf(text)).toContain('姓名虞㛃𬭊曾用名虞𠮷𪚥')
    expect(textOf(text)).toContain('配偶𫝀𬺰𮯠备注〔U+AE40〕〔U+31350〕')
    expect(unprintable).toEqual([
      { code: 'U+AE40', character: '김', place: '备注' },
      { code: 'U+31350', character: '\u{31350}', place: '备注' },
    ])
    expect(textOf(text)).toContain('说明：下列字符打印字库中没有')
    expect(textOf(text)).toContain('U+AE40（备注）、U+31350（备注）')
  })

  test('without the fonts of rare ones they stand as their code too; nothing else changes', async () => {
    const asked: string[] = []
    const none = (file: string) => Promise.resolve(void asked.push(file))
    const { pdf, unprintable } = await printDocument(named, none, PRINT_FONTS)
    expect(textOf(readPdf(pdf))).toContain('姓名虞㛃𬭊曾用名虞〔U+20BB7〕〔U+2A6A5〕')
    expect(unprintable.map(({ character }) => character)).toEqual(['𠮷', '𪚥', '𫝀', '𬺰', '𮯠', '김', '\u{31350}'])
    expect(asked.sort()).toEqual(['20800.ttf', '2a400.ttf', '2b740.ttf', '2ceb0.ttf', '2eab0.ttf'])
  })

  test('every file that a rare character asks for is one that the build uploads, and has it', async () => {
    const names = (await rareFontFiles()).map(({ name }) => name)
    const asked = new Set<string>()
    for (let code = 0x20000; code <= 0x2ebe0; code += 1) {
      const file = rareFontFile(code)
      if (file !== undefined) asked.add(file)
    }
    expect([...asked].sort()).toEqual([...names].sort())
    expect(names.length).toBeGreaterThan(60)
  })

  test.each([
    ['controls', 'a\u0000b\u0007c\u001bd', 'a〔U+0000〕b〔U+0007〕c〔U+001B〕d'],
    ['direction marks', '甲\u202e乙\u2066丙', '甲乙丙'],
    ['zero width', '甲\u200b乙\ufeff', '甲乙'],
    ['halves of a character', '甲\ud800乙', '甲〔U+FFFD〕乙'],
    ['pictographs', '好😀的👍🏻', '好〔U+1F600〕的〔U+1F44D〕〔U+1F3FB〕'],
    [
      'PDF and script',
      ') Tj /JS (app.alert(1)) <script>alert(1)</script> %%EOF \\n',
      ')Tj/JS(app.alert(1))<script>alert(1)</script>%%EOF\\n',
    ],
    ['full width digits', '１２３ＡＢＣ', '１２３ＡＢＣ'],
    ['line ends', '一行\r\n二行\n三行', '一行二行三行'],
  ])('%s are harmless', async (_name, value, expected) => {
    const { text, pages, pdf } = await print(printed([item('填写', value), item('之后', '还在')]))
    expect(textOf(text)).toContain(`填写${expected}之后还在`)
    expect(pages).toBe(1)
    expect(pdf.toString('latin1')).not.toMatch(/\/JS|\/JavaScript|\/OpenAction/)
  })
})

describe('signatures', () => {
  const sign = (ids: string[]) => item('签名', '已签名', { attachmentIds: ids })
  const images = (pdf: Buffer): number => pdf.toString('latin1').split('/Subtype /Image').length - 1

  test('pictures are embedded; one that is not there is said', async () => {
    const pictures = new Map([['a', png('a')]])
    const { pdf, text } = await print(printed([sign(['a', 'b'])], { pictures }))
    expect(images(pdf)).toBe(1)
    expect(textOf(text)).toContain('签名已签名（1张图片没有取到')
  })

  const header = (width: number, height: number, colourType = 6): Buffer => {
    const bytes = Buffer.from(png('x'))
    bytes.writeUInt32BE(width, 16)
    bytes.writeUInt32BE(height, 20)
    bytes.writeUInt8(colourType, 25)
    return bytes
  }
  const bomb = (): Buffer => {
    const data = deflateSync(Buffer.alloc(50_000_000))
    const head = header(10, 10).subarray(0, 33)
    const chunk = Buffer.alloc(8)
    chunk.writeUInt32BE(data.length)
    chunk.write('IDAT', 4)
    return Buffer.concat([head, chunk, data, Buffer.alloc(4), Buffer.from('\0\0\0\0IEND\0\0\0\0', 'latin1')])
  }

  test.each([
    ['claims more pixels than it has', header(500, 500)],
    ['claims a billion pixels', header(40_000, 40_000)],
    ['inflates to 50 MB', bomb()],
    ['ends early', png('x').subarray(0, 50)],
    ['is no picture', Buffer.from('<svg onload="alert(1)"/>')],
    ['is a JPEG in name only', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1])],
  ])('one that %s counts as missing and breaks nothing', async (_name, bytes) => {
    const { pdf, text } = await print(printed([sign(['a'])], { pictures: new Map([['a', bytes]]) }))
    expect(images(pdf)).toBe(0)
    expect(textOf(text)).toContain('1张图片没有取到')
  })
})
