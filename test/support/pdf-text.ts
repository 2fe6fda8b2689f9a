import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export interface PdfLine {
  readonly text: string
  /** Points; from the lower left corner. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface PdfText {
  readonly title: string
  readonly pages: readonly { readonly width: number; readonly height: number; readonly lines: readonly PdfLine[] }[]
}

/** What a PDF says to a reader that copies its text; rotated text (the watermark) is left out. */
export function readPdf(pdf: Uint8Array): PdfText {
  const run = spawnSync(process.execPath, [join(__dirname, 'pdf-text.mjs')], {
    input: pdf,
    maxBuffer: 64 * 1024 * 1024,
  })
  if (run.status !== 0) throw new Error(`pdfjs could not read it: ${run.stderr.toString().slice(0, 1000)}`)
  return JSON.parse(run.stdout.toString()) as PdfText
}

/** Everything on a page, or on all pages, as one string without blanks and line ends. */
export const textOf = ({ pages }: PdfText, page?: number): string =>
  (page === undefined ? pages : pages.slice(page - 1, page))
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join('')
    .replace(/\s/g, '')
