import { join } from 'node:path'
import { Characters } from './characters'
import { FONT_FILES } from './fonts'
import { PaperSheet } from './sheet'

/** Beside the bundle, where the build puts them. */
export const DEPLOYED_FONTS = join(__dirname, 'fonts')

/** A PDF that is being written (A4, Noto Sans SC, only the used glyphs are embedded). */
export interface Paper {
  readonly document: PDFKit.PDFDocument
  readonly sheet: PaperSheet
  readonly characters: Characters
  /** Ends the document; resolves with its bytes. */
  readonly finish: () => Promise<Buffer>
}

/** @param fontFolder folder of FONT_FILES @param padY room above and below the text of a cell, in points */
export async function openPaper(title: string, author: string, fontFolder: string, padY?: number): Promise<Paper> {
  // Large, and needed by this alone: loaded when something is printed.
  const { default: PDFDocument } = await import('pdfkit')
  const document = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    // None by default: pdfkit would load Helvetica, or read a registered font's file again for every line.
    font: '',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Author: author },
  })
  document.registerFont('regular', join(fontFolder, FONT_FILES.regular))
  document.registerFont('bold', join(fontFolder, FONT_FILES.bold))
  const finished = collect(document)
  const characters = new Characters(glyphTest(document))
  return {
    document,
    sheet: new PaperSheet(document, characters, padY),
    characters,
    finish: () => {
      document.end()
      return finished
    },
  }
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
}

/** pdfkit has no public question for this, and prints an empty box without a word. */
interface WithFontkit {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } }
}

/** Missing in the typings. */
export interface WithImages {
  openImage(bytes: Buffer): unknown
}

/** Both weights hold the same characters: one is asked. */
function glyphTest(document: PDFKit.PDFDocument): (codePoint: number) => boolean {
  const { font } = (document.font('regular') as unknown as WithFontkit)._font
  return (codePoint) => font.hasGlyphForCodePoint(codePoint)
}
