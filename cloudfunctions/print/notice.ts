import { type Characters } from './characters'
import { INK_SECOND } from './page'
import { DEPLOYED_FONTS, openPaper } from './paper'
import { type Cell, type PaperSheet } from './sheet'

/** 一次性告知单: everything is text already. */
export interface NoticeDocument {
  readonly office: string
  readonly matter: string
  readonly head: readonly { readonly label: string; readonly text: string }[]
  readonly conditions: readonly string[]
  readonly materials: readonly {
    readonly name: string
    /** 必交, 可容缺后补, … and when. */
    readonly need: string
    /** Fill in online, or which paper in how many copies. */
    readonly form: string
    /** The article, with the mark that the remarks explain where it was not read in the law itself. */
    readonly basis: string
  }[]
  readonly laws: readonly string[]
  readonly remarks: readonly string[]
}

/** From comfortable to the smallest that is still readable on paper: the first with which all fits on one page. */
const SIZES = [10, 9, 8, 7.5, 7] as const
const PAD_Y = 2
const LABEL_WIDTH = 76
const NUMBER_WIDTH = 28
/** Of the materials' columns: name, need, form, basis. */
const SHARES = [0.36, 0.18, 0.16, 0.3] as const
const TITLE = '一次性告知单'

/**
 * One page wherever that is possible, so that it can be handed over as one sheet of paper.
 * @param fontFolder folder of FONT_FILES
 */
export async function drawNotice(
  notice: NoticeDocument,
  fontFolder: string = DEPLOYED_FONTS,
): Promise<{ readonly pdf: Buffer; readonly pages: number }> {
  let drawn: { pdf: Buffer; pages: number } = { pdf: Buffer.alloc(0), pages: 0 }
  for (const size of SIZES) {
    drawn = await drawAt(size, notice, fontFolder)
    if (drawn.pages === 1) break
  }
  return drawn
}

async function drawAt(size: number, notice: NoticeDocument, fontFolder: string) {
  const { document, sheet, characters, finish } = await openPaper({
    title: `${notice.matter}${TITLE}`,
    author: notice.office,
    fontFolder,
    padY: PAD_Y,
  })
  sheet.newPage('portrait')
  sheet.paragraph(notice.office, { size: size + 1, centred: true, colour: INK_SECOND, place: '单位' })
  sheet.paragraph(TITLE, { size: size + 7, face: 'bold', centred: true })
  sheet.paragraph(notice.matter, { size: size + 1, face: 'bold', centred: true, place: '事项名称' })
  sheet.space(4)
  for (const { label, text } of notice.head) {
    sheet.row(
      [
        { width: LABEL_WIDTH, text: label, place: label, shaded: true },
        { width: sheet.width - LABEL_WIDTH, text, place: label },
      ],
      size,
    )
  }
  printList(sheet, '办理条件', notice.conditions, size)
  printMaterials(sheet, notice.materials, size)
  if (notice.laws.length > 0) printBar(sheet, '法律依据', size)
  if (notice.laws.length > 0) sheet.row([{ width: sheet.width, text: notice.laws.join('；'), place: '法律依据' }], size)
  sheet.space(4)
  for (const remark of [...notice.remarks, ...unprintable(characters)]) {
    sheet.paragraph(remark, { size: size - 0.5, colour: INK_SECOND, place: '说明' })
  }
  const pages = document.bufferedPageRange().count
  return { pdf: await finish(), pages }
}

const unprintable = ({ unprintable: missing }: Characters): string[] =>
  missing.length === 0 ? [] : ['有的字打印字库中没有，以〔编码〕代替，请以小程序里的指南为准。']

function printBar(sheet: PaperSheet, title: string, size: number): void {
  sheet.keep(4 * size + 4 * PAD_Y)
  sheet.row([{ width: sheet.width, text: title, place: title, face: 'bold', shaded: true }], size)
}

function printList(sheet: PaperSheet, title: string, lines: readonly string[], size: number): void {
  if (lines.length === 0) return
  printBar(sheet, title, size)
  const text = lines.map((line, i) => `${i + 1}. ${line}`).join('\n')
  sheet.row([{ width: sheet.width, text, place: title }], size)
}

function printMaterials(sheet: PaperSheet, materials: NoticeDocument['materials'], size: number): void {
  printBar(sheet, `申请材料（共 ${materials.length} 项）`, size)
  const left = sheet.width - NUMBER_WIDTH
  const widths = [NUMBER_WIDTH, ...SHARES.map((share) => share * left)]
  const line = (texts: readonly string[], place: string, isHead = false): Cell[] =>
    texts.map((text, i) => ({
      width: widths[i] ?? 0,
      text,
      place,
      shaded: isHead,
      centred: isHead || i === 0,
    }))
  const head = (): void => sheet.row(line(['序号', '材料', '要求', '形式', '依据'], '申请材料', true), size)
  head()
  materials.forEach(({ name, need, form, basis }, i) => {
    const place = `申请材料第 ${i + 1} 行`
    sheet.row(line([String(i + 1), name, need, form, basis], place), size, head)
  })
}
