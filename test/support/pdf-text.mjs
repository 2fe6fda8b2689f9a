// Reads a PDF from stdin and writes what it says as JSON: pages → lines. A process of its own, because pdfjs is an ES
// module that jest cannot load.
import { Buffer } from 'node:buffer'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

// What the codes of Chinese fonts mean that are not inside the file.
const cMapUrl = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps/')

const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const pdf = await getDocument({ data: new Uint8Array(Buffer.concat(chunks)), verbosity: 0, cMapUrl }).promise
const pages = []
for (let n = 1; n <= pdf.numPages; n += 1) {
  const page = await pdf.getPage(n)
  const { items } = await page.getTextContent({ disableNormalization: true })
  const [, , width, height] = page.view
  pages.push({
    width,
    height,
    lines: items
      .filter(({ str, transform }) => str.trim() !== '' && transform[1] === 0)
      .map(({ str, width: w, transform: [size, , , , x, y] }) => ({ text: str, size, x, y, width: w })),
  })
}
const { info } = await pdf.getMetadata()
process.stdout.write(JSON.stringify({ title: info.Title ?? '', pages }))
