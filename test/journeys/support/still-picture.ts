import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { ROOT } from '../../../scripts/build/paths'

const FONTS = join(ROOT, 'node_modules', '@expo-google-fonts', 'noto-sans-sc')
/** Weights that the pages use, and the face of each. */
const FACES = { 400: '400Regular/NotoSansSC_400Regular.ttf', 600: '600SemiBold/NotoSansSC_600SemiBold.ttf' }

/** One font on every machine: a bare one has none for Chinese. */
async function useOwnFont(page: Page): Promise<void> {
  const faces = Object.entries(FACES).map(([weight, file]) => ({ weight, file, url: `/still-picture/${weight}.ttf` }))
  for (const { file, url } of faces) await page.route(`**${url}`, (route) => route.fulfill({ path: join(FONTS, file) }))
  const rules = faces.map(({ weight, url }) => `@font-face{font-family:Still;font-weight:${weight};src:url(${url})}`)
  await page.addStyleTag({
    content: `${rules.join('')} * { font-family: Still !important; transition: none !important }`,
  })
  await page.evaluate(
    (weights) => Promise.all(weights.map((w) => document.fonts.load(`${w} 16px Still`, '高'))),
    [...Object.keys(FACES)],
  )
}

/** Days, times and numbers are others in each run: they are drawn as zeros, as long as the longest of their kind. */
const levelNumbers = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const level = (text: string): string =>
      text
        .replace(/\d+年\d+月\d+日/g, '0000年00月00日')
        .replace(/\d+月\d+日(?:（周.）)?/g, '00月00日（周一）')
        .replace(/\d{1,2}:\d\d/g, '00:00')
        .replace(/今天|昨天|明天/g, '今天')
        .replace(/\d/g, '0')
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { nodeValue } = texts.currentNode
      const levelled = level(nodeValue ?? '')
      if (levelled !== nodeValue) texts.currentNode.nodeValue = levelled
    }
  })

/** The page as it looks on every day and every machine; the page is not to be used afterwards. Resolves with a PNG. */
export async function stillPicture(page: Page): Promise<Buffer> {
  await useOwnFont(page)
  await levelNumbers(page)
  return page.screenshot({ animations: 'disabled', caret: 'hide' })
}
