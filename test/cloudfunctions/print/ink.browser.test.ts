import { printDocument } from '../../../cloudfunctions/print'
import { schema } from '../../shared/fixtures/nurse-registration'
import { launchBrowser, type TestBrowser } from '../../support/browser'
import { type InkedCharacter, type PdfViewer, viewPdf } from '../../support/pdf-viewer'
import { PRINT_FONTS } from '../../support/print-fonts'
import { item, maximalSections, printed } from './printed'

const RARE = '㛃𬭊犇骉飝镕喆堃旸翀'
const SHAPES = '一丨丶鑫龘囗口１aMil.，'

let browser: TestBrowser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function inkOf(pdf: Buffer, pages: number): Promise<readonly InkedCharacter[]> {
  const viewer: PdfViewer = await viewPdf(browser, pdf)
  const found: InkedCharacter[] = []
  for (let n = 1; n <= pages; n += 1) found.push(...(await viewer.inkOf(n)))
  await viewer.close()
  return found
}

/** The page shows the shape that the browser draws with the same font: neither nothing, nor another character. */
const isShown = ({ ink, expected, overlap }: InkedCharacter): boolean =>
  ink > 0 && ink > expected * 0.7 && ink < expected * 1.4 + 12 && overlap > 0.35

test('every character of the maximal form, and rare ones, is really on the paper', async () => {
  const extra = { sectionId: 'x', title: '生僻字', items: [item('姓名', RARE), item('字形', SHAPES)] }
  const document = printed([], {
    forms: [{ title: schema.title, sections: [...maximalSections, extra] }],
    mark: '尚未提交',
  })
  const { pdf, pages } = await printDocument(document, PRINT_FONTS)
  const characters = await inkOf(pdf, pages)

  const expected = maximalSections.flatMap(({ title, items }) => [
    title,
    ...items.flatMap(({ label, text, rows, attachmentIds }) => [
      label,
      ...(rows ? rows.flat().map((cell) => cell.text) : attachmentIds ? [] : [text]),
    ]),
  ])
  expect(characters.filter((character) => !isShown(character))).toEqual([])
  const shown = new Set(characters.map(({ character }) => character))
  for (const character of [...expected, RARE, SHAPES].join('').replace(/\s/g, '')) expect(shown).toContain(character)
  expect(characters.length).toBeGreaterThan(400)
  // 一 has little ink and 龘 a lot: ink alone tells characters apart.
  const inkOfOne = (wanted: string): number => characters.find(({ character }) => character === wanted)?.ink ?? 0
  expect(inkOfOne('龘')).toBeGreaterThan(4 * inkOfOne('一'))
}, 120_000)

test('a blank place and a wrong shape are noticed', () => {
  expect(isShown({ character: '鑫', ink: 0, expected: 500, overlap: 0 })).toBe(false)
  expect(isShown({ character: '鑫', ink: 60, expected: 500, overlap: 0.1 })).toBe(false)
  expect(isShown({ character: '鑫', ink: 480, expected: 500, overlap: 0.2 })).toBe(false)
})
