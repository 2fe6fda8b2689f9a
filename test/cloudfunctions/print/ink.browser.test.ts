import { printDocument } from '../../../cloudfunctions/print'
import { summarize } from '../../../miniprogram/shared/form'
import { fixture } from '../../shared/fixtures/matters/public-place-hygiene'
import { launchBrowser, type TestBrowser } from '../../support/browser'
import { type InkedCharacter, type PdfViewer, viewPdf } from '../../support/pdf-viewer'
import { PRINT_FONTS, rareFont } from '../../support/print-fonts'
import { item, printed } from './printed'

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

/** Of all forms the one with the most different characters, every field filled. */
const sections = summarize(fixture.schema, fixture.maximal)

/** How often each Chinese character stands in a text. */
function counted(characters: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const one of characters) if (/\p{Script=Han}/u.test(one)) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

test('every character of a long form, and rare ones, is really on the paper', async () => {
  const extra = { sectionId: 'x', title: '生僻字', items: [item('姓名', RARE), item('字形', SHAPES)] }
  const document = printed([], {
    forms: [{ title: fixture.schema.title, sections: [...sections, extra] }],
    mark: '尚未提交',
  })
  const { pdf, pages } = await printDocument(document, rareFont, PRINT_FONTS)
  const characters = await inkOf(pdf, pages)

  const expected = [
    ...sections.flatMap(({ title, items }) => [
      title,
      ...items.flatMap(({ label, text, rows, attachmentIds }) => [
        label,
        ...(rows ? rows.flat().map((cell) => cell.text) : attachmentIds ? [] : [text]),
      ]),
    ]),
    RARE,
    SHAPES,
  ].join('')
  expect(characters.filter((character) => !isShown(character))).toEqual([])
  const shown = new Set(characters.map(({ character }) => character))
  for (const character of expected.replace(/\s/g, '')) expect(shown).toContain(character)
  // Not only somewhere: each in every place where it stands.
  const onPaper = counted(characters.map(({ character }) => character))
  const seldom = [...counted(expected)].filter(([one, count]) => (onPaper.get(one) ?? 0) < count)
  expect(seldom).toEqual([])
  // So many that hardly any part of the font is left out.
  expect(characters.length).toBeGreaterThan(1000)
  // 一 has little ink and 龘 a lot: ink alone tells characters apart.
  const inkOfOne = (wanted: string): number => characters.find(({ character }) => character === wanted)?.ink ?? 0
  expect(inkOfOne('龘')).toBeGreaterThan(4 * inkOfOne('一'))
}, 120_000)

test('a blank place and a wrong shape are noticed', () => {
  expect(isShown({ character: '鑫', ink: 0, expected: 500, overlap: 0 })).toBe(false)
  expect(isShown({ character: '鑫', ink: 60, expected: 500, overlap: 0.1 })).toBe(false)
  expect(isShown({ character: '鑫', ink: 480, expected: 500, overlap: 0.2 })).toBe(false)
})
