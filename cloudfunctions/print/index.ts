import { type Characters } from './characters'
import { type Printed, type PrintedDocument } from './document'
import { INK_SECOND, MARGIN } from './page'
import { DEPLOYED_FONTS, openPaper, type WithImages } from './paper'
import { type FetchRareFont } from './rare-fonts'
import { usablePictures } from './pictures'
import { printEntries, printSection } from './sections'
import { type PaperSheet } from './sheet'

/**
 * Prints forms as one PDF (A4, Noto Sans SC, and HanaMin for rare characters; only the used glyphs are embedded). Text of
 * any length flows over pages; characters that the fonts lack stand as 〔U+XXXXX〕 and are listed. Pictures that cannot be embedded count as missing.
 * @param fontFolder folder of FONT_FILES
 */
export async function printDocument(
  printed: PrintedDocument,
  fetchRareFont: FetchRareFont,
  fontFolder: string = DEPLOYED_FONTS,
): Promise<Printed> {
  const { office, head, forms } = printed
  const title = forms.map((form) => form.title).join('、')
  const text = JSON.stringify([head, forms])
  const paper = await openPaper({ title, author: office, fontFolder, text, fetchRareFont })
  const { document, sheet, characters, finish } = paper
  const pictures = usablePictures(printed.pictures, (bytes) =>
    (document as PDFKit.PDFDocument & WithImages).openImage(bytes),
  )
  for (const form of printed.forms) {
    sheet.newPage('portrait')
    printHead(sheet, form.title, printed)
    for (const section of form.sections) printSection(sheet, section, pictures)
  }
  printMissing(sheet, characters)
  const pages = printFeet(document, sheet, printed)
  return { pdf: await finish(), pages, unprintable: characters.unprintable }
}

function printHead(sheet: PaperSheet, title: string, { office, head, markText }: PrintedDocument): void {
  sheet.paragraph(office, { size: 11, centred: true, colour: INK_SECOND, place: '受理单位' })
  sheet.space(2)
  sheet.paragraph(title, { size: 18, face: 'bold', centred: true, place: '表名' })
  sheet.space(6)
  if (markText !== '') {
    sheet.paragraph(markText, { size: 9.5, face: 'bold', centred: true })
    sheet.space(6)
  }
  printEntries(sheet, head)
  sheet.space(8)
}

/** Says on the paper itself which characters it could not show. */
function printMissing(sheet: PaperSheet, { unprintable }: Characters): void {
  if (unprintable.length === 0) return
  const list = unprintable.map(({ code, place }) => `${code}（${place}）`).join('、')
  const text = `说明：下列字符打印字库中没有，表中以〔编码〕代替，请以在线填写的内容为准：${list}。`
  sheet.paragraph(text, { size: 9, colour: INK_SECOND })
}

/** Page numbers are known only now. Returns how many pages there are. */
function printFeet(document: PDFKit.PDFDocument, sheet: PaperSheet, { mark, printedAt }: PrintedDocument): number {
  const { start, count } = document.bufferedPageRange()
  for (let n = 0; n < count; n += 1) {
    document.switchToPage(start + n)
    if (mark !== '') sheet.watermark(mark)
    const { width, height } = document.page
    const y = height - MARGIN.bottom + 14
    const foot = (text: string, place: number): void =>
      sheet.write(
        text,
        MARGIN.side + (width - 2 * MARGIN.side - sheet.widthOf(text, 8, 'regular')) * place,
        y,
        8,
        'regular',
        INK_SECOND,
      )
    foot(mark, 0)
    foot(`第 ${n + 1} 页，共 ${count} 页`, 0.5)
    foot(`打印时间：${printedAt}（北京时间）`, 1)
  }
  return count
}
