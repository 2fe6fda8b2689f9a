import { createServer, type Server } from 'node:http'
import { createReadStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { type AddressInfo } from 'node:net'
import { type Page } from 'playwright-core'
import { FONT_FILES } from '../../cloudfunctions/print/fonts'
import { type BrowserPage, type TestBrowser } from './browser'
import { PRINT_FONTS } from './print-fonts'

const { resolve } = createRequire(__filename)

const PDFJS = join(dirname(resolve('pdfjs-dist/package.json')), 'legacy', 'build')

/** One character of a page: what the PDF says stands there, and how much of its box is inked there and in the font. */
export interface InkedCharacter {
  readonly character: string
  /** Pixels that are dark on the page. */
  readonly ink: number
  /** Pixels that are dark when the browser draws the character with the same font in the same place. */
  readonly expected: number
  /** Dark in both, as a share of those dark in either: 1 = the same shape. */
  readonly overlap: number
}

export interface PdfViewer {
  /** Draws a page; resolves with its characters. @param number 1 = first */
  inkOf(number: number): Promise<readonly InkedCharacter[]>
  /** A page as PNG. */
  picture(number: number): Promise<Buffer>
  close(): Promise<void>
}

const HTML = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><style>
@font-face{font-family:Print;font-weight:400;src:url(/regular.ttf)}
@font-face{font-family:Print;font-weight:700;src:url(/bold.ttf)}
body{margin:0}</style><canvas id="page"></canvas>
<script type="module">
import * as pdfjs from '/pdf.mjs'
pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs'
await Promise.all([document.fonts.load('400 20px Print'), document.fonts.load('700 20px Print')])
globalThis.pdf = await pdfjs.getDocument({ url: '/document.pdf' }).promise
document.body.dataset.ready = 'yes'
</script>`

/** Opens a PDF in Chromium with pdfjs, beside the very font that it was printed with. */
export async function viewPdf(browser: TestBrowser, pdf: Buffer): Promise<PdfViewer> {
  const files: Readonly<Record<string, string>> = {
    '/pdf.mjs': join(PDFJS, 'pdf.mjs'),
    '/pdf.worker.mjs': join(PDFJS, 'pdf.worker.mjs'),
    '/regular.ttf': join(PRINT_FONTS, FONT_FILES.regular),
    '/bold.ttf': join(PRINT_FONTS, FONT_FILES.bold),
  }
  const server: Server = createServer(({ url = '/' }, response) => {
    const file = files[url]
    if (file !== undefined) {
      response.setHeader('content-type', url.endsWith('.mjs') ? 'text/javascript' : 'font/ttf')
      createReadStream(file).pipe(response)
    } else if (url === '/document.pdf') response.end(pdf)
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(HTML)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const opened: BrowserPage = await browser.open(`http://127.0.0.1:${port}/`, {}, 'body[data-ready]')
  return {
    inkOf: (number) => inkOf(opened.page, number),
    async picture(number) {
      await inkOf(opened.page, number)
      const url = await opened.page.evaluate(() => document.querySelector('canvas')?.toDataURL() ?? '')
      return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
    },
    async close() {
      opened.assertHealthy()
      await opened.context.close()
      await new Promise((closed) => server.close(closed))
    },
  }
}

interface PdfItem {
  readonly str: string
  readonly width: number
  readonly transform: readonly number[]
  readonly fontName: string
}
interface PdfPage {
  getViewport(options: { scale: number }): { width: number; height: number }
  render(options: object): { promise: Promise<void> }
  getTextContent(): Promise<{ items: readonly PdfItem[] }>
  readonly commonObjs: { get(name: string): { name: string } }
}

/** Runs in the browser. Rotated text (the watermark) is left out. */
function inkOf(page: Page, number: number): Promise<readonly InkedCharacter[]> {
  return page.evaluate(async (pageNumber) => {
    const SCALE = 4
    /** Of 255: darker than this is ink; the watermark and the shading of labels are lighter. */
    const DARK = 150
    const { pdf } = globalThis as unknown as { pdf: { getPage(n: number): Promise<PdfPage> } }
    const pdfPage = await pdf.getPage(pageNumber)
    const viewport = pdfPage.getViewport({ scale: SCALE })
    const canvas = document.querySelector('canvas')
    const drawn = canvas?.getContext('2d', { willReadFrequently: true })
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (!canvas || !drawn || !pen) throw new Error('no canvas')
    canvas.width = viewport.width
    canvas.height = viewport.height
    await pdfPage.render({ canvas, canvasContext: drawn, viewport }).promise

    const found: InkedCharacter[] = []
    const { items } = await pdfPage.getTextContent()
    for (const { str, width, transform, fontName } of items) {
      const [a = 0, b = 0, , , e = 0, f = 0] = transform
      if (b !== 0 || str.trim() === '') continue
      const size = a * SCALE
      const weight = pdfPage.commonObjs.get(fontName).name.includes('Bold') ? 700 : 400
      const style = `${weight} ${size}px Print`
      pen.font = style
      const characters = Array.from(str)
      // Latin letters together, because they are kerned; each other character by itself, because the browser would set
      // full-width brackets closer than the paper does.
      let [run, before, end] = ['', 0, 0]
      const ends = characters.map((character) => {
        if (run === '') before = end
        const isLatin = character < '\u0250'
        if (!isLatin) [run, before] = ['', end]
        end = before + pen.measureText(run + character).width
        run = isLatin ? run + character : ''
        return end
      })
      const stretch = (width * SCALE) / (ends.at(-1) ?? 1)
      const baseline = viewport.height - f * SCALE
      characters.forEach((character, i) => {
        const begin = ends[i - 1] ?? 0
        const advance = ((ends[i] ?? 0) - begin) * stretch
        const x = e * SCALE + begin * stretch
        if (character.trim() !== '') found.push(compare(character, x, baseline, advance, size, style))
      })
    }
    return found

    function compare(character: string, x: number, baseline: number, advance: number, size: number, style: string) {
      const left = Math.floor(x)
      const top = Math.floor(baseline - size)
      const w = Math.max(1, Math.ceil(advance))
      const h = Math.ceil(size * 1.25)
      if (!drawn || !pen) throw new Error('no canvas')
      const there = drawn.getImageData(left, top, w, h).data
      pen.canvas.width = w
      pen.canvas.height = h
      pen.fillStyle = 'white'
      pen.fillRect(0, 0, w, h)
      pen.fillStyle = '#1a1a1a'
      pen.font = style
      pen.fillText(character, x - left, baseline - top)
      const alone = pen.getImageData(0, 0, w, h).data
      let [ink, expected, both] = [0, 0, 0]
      for (let i = 0; i < there.length; i += 4) {
        const isThere = (there[i] ?? 255) < DARK
        const isAlone = (alone[i] ?? 255) < DARK
        if (isThere) ink += 1
        if (isAlone) expected += 1
        if (isThere && isAlone) both += 1
      }
      return { character, ink, expected, overlap: both / Math.max(1, ink + expected - both) }
    }
  }, number)
}
