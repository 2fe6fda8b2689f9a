import { join } from 'node:path'
import { Characters } from './characters'
import { FONT_FILES } from './fonts'
import { type FetchRareFont, rareFontFile, rareFontsFor } from './rare-fonts'
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

export interface PaperOptions {
  readonly title: string
  readonly author: string
  /** Folder of FONT_FILES. */
  readonly fontFolder: string
  /** Room above and below the text of a cell, in points. */
  readonly padY?: number
  /** All that will be written, when it may hold rare characters: their fonts are asked for before. */
  readonly text?: string
  readonly fetchRareFont?: FetchRareFont
}

export async function openPaper(options: PaperOptions): Promise<Paper> {
  const { title, author, fontFolder, padY, text = '', fetchRareFont = () => Promise.resolve(undefined) } = options
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
  // Both weights hold the same characters: one is asked.
  const isCommon = glyphTest(document, 'regular')
  const rare = await rareFontsFor(text, isCommon, fetchRareFont)
  const inRareFont = new Map<string, (codePoint: number) => boolean>()
  for (const [name, bytes] of rare) {
    document.registerFont(name, bytes)
    inRareFont.set(name, glyphTest(document, name))
  }
  const characters = new Characters((codePoint) => {
    if (isCommon(codePoint)) return ''
    const name = rareFontFile(codePoint)
    return name !== undefined && inRareFont.get(name)?.(codePoint) === true ? name : undefined
  })
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

function glyphTest(document: PDFKit.PDFDocument, name: string): (codePoint: number) => boolean {
  const { font } = (document.font(name) as unknown as WithFontkit)._font
  return (codePoint) => font.hasGlyphForCodePoint(codePoint)
}
