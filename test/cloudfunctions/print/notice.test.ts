import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noticeOf } from '../../../cloudfunctions/domain/matter/notice-view'
import { sourcesOf } from '../../../cloudfunctions/matters/guide-sources'
import { drawNotice } from '../../../cloudfunctions/print/notice'
import { readPdf, textOf } from '../../support/pdf-text'
import { PRINT_FONTS } from '../../support/print-fonts'
import { allGuides, type ProviderGuide } from '../matters/guide-of'

const NOW = Date.parse('2026-11-26T04:00:00Z')

async function draw({ guide, materials, situations }: ProviderGuide) {
  const sources = sourcesOf(guide, materials, situations, '2026-11-26')
  const notice = noticeOf({ guide, sources, materials, situations, now: NOW })
  const drawn = await drawNotice(notice, PRINT_FONTS)
  // For whoever wants to look at the sheets.
  const folder = process.env['SCREENSHOTS']
  if (folder) writeFileSync(join(folder, `${guide.shortName}.pdf`), drawn.pdf)
  return drawn
}

/** Those with the most materials, conditions and laws; situations only make the list of materials shorter. */
const LONGEST = [...allGuides()].sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length).slice(0, 3)
/** A sheet of paper has two sides: the two longest need both, the next one the front alone. */
const SIDES = [2, 2, 1]

test.each(LONGEST.map((one, i) => [one.guide.shortName, SIDES[i], one] as const))(
  '%s: all materials, conditions and laws on one sheet of paper (sides: %i)',
  async (_name, sides, one) => {
    const { pdf, pages } = await draw(one)
    const text = textOf(readPdf(pdf))
    for (const { name } of one.materials) expect(text).toContain(name.replace(/\s/g, ''))
    for (const part of ['一次性告知单', '办理条件', '以窗口为准', '2026年11月26日12:00', one.guide.phone]) {
      expect(text).toContain(part)
    }
    expect(pages).toBe(sides)
  },
  60_000,
)

test('what does not fit on one sheet goes on on the next, and nothing is cut', async () => {
  const [longest] = LONGEST as [ProviderGuide]
  const more = Array.from({ length: 120 }, (_, i) => `虚构条件〔${i + 1}〕`)
  const conditions = [...longest.guide.conditions, ...more]
  const { pdf, pages } = await draw({ ...longest, guide: { ...longest.guide, conditions } })
  // Without them it fills both sides of one sheet.
  expect(pages).toBeGreaterThan(SIDES[0] ?? 0)
  const text = textOf(readPdf(pdf))
  const printed = [...conditions, ...longest.materials.map(({ name }) => name)]
  expect(printed.filter((one) => !text.includes(one.replace(/\s/g, '')))).toEqual([])
}, 60_000)
