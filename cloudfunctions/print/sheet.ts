import { type Characters } from './characters'
import { breakLines } from './lines'
import { INK, leading, MARGIN, PAD, RULE, SHADE, WATERMARK_OPACITY } from './page'

export type Face = 'regular' | 'bold'
export type Orientation = 'portrait' | 'landscape'

export interface Cell {
  /** Points, with its padding. */
  readonly width: number
  readonly text: string
  /** Names the place when a character cannot be printed. */
  readonly place: string
  readonly face?: Face
  readonly shaded?: boolean
  readonly centred?: boolean
  readonly pictures?: readonly Buffer[]
}

/** A cell on its way to paper: what is left to be printed. */
interface OpenCell extends Omit<Cell, 'pictures'> {
  readonly x: number
  readonly textLines: number
  /** The last ones are empty where pictures stand. */
  lines: string[]
  pictures: readonly Buffer[]
}

const PICTURE = { width: 130, height: 48 } as const
/** A row is not torn for less than this many lines on a page. */
const FEWEST_LINES = 2

/** Pages with a pen that moves down: rows of bordered cells that flow over pages, and nothing is ever cut. */
export class PaperSheet {
  private y = 0
  private readonly widths = new Map<string, number>()

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly characters: Characters,
    /** Room above and below the text of a cell, in points. */
    private readonly padY: number = PAD.y,
  ) {}

  /** Points between the margins of the current page. */
  get width(): number {
    return this.document.page.width - 2 * MARGIN.side
  }

  get orientation(): Orientation {
    return this.document.page.width > this.document.page.height ? 'landscape' : 'portrait'
  }

  newPage(layout: Orientation): void {
    this.document.addPage({ size: 'A4', layout, margin: 0 })
    this.y = MARGIN.top
  }

  space(points: number): void {
    this.y += points
  }

  /** Begins a page when less than `points` is left on this one. */
  keep(points: number): void {
    if (this.y + points > this.bottom) this.newPage(this.orientation)
  }

  /** Text over the full width, without a border. */
  paragraph(
    text: string,
    style: { size: number; face?: Face; centred?: boolean; colour?: string; place?: string },
  ): void {
    const { size, face = 'regular', centred = false, colour = INK, place = '' } = style
    for (const line of this.lines(text, place, this.width, size, face)) {
      this.keep(leading(size))
      const x = centred ? MARGIN.side + (this.width - this.widthOf(line, size, face)) / 2 : MARGIN.side
      this.write(line, x, this.y, size, face, colour)
      this.y += leading(size)
    }
  }

  /** One row of bordered cells. A row that is higher than the page goes on on the next; `onNewPage` repeats a head. */
  row(cells: readonly Cell[], size: number, onNewPage: () => void = () => undefined): void {
    const open = this.open(cells, size)
    do {
      const needed = Math.max(1, ...open.map((cell) => cell.lines.length))
      if (this.mustTurn(needed, size)) {
        this.newPage(this.orientation)
        onNewPage()
      }
      this.draw(open, Math.max(1, Math.min(needed, this.linesLeft(size))), size)
    } while (open.some((cell) => cell.lines.length > 0))
  }

  /** Points that a row of cells takes, if it is not torn. */
  heightOf(cells: readonly Cell[], size: number): number {
    const lines = Math.max(1, ...this.open(cells, size).map((cell) => cell.lines.length))
    return Math.min(lines * leading(size) + 2 * this.padY, (this.bottom - MARGIN.top) / 2)
  }

  /** Large and pale across the current page, over everything: cells have a ground of their own. */
  watermark(mark: string): void {
    const { width, height } = this.document.page
    const size = 92
    this.document.save().rotate(-35, { origin: [width / 2, height / 2] })
    this.document.fillOpacity(WATERMARK_OPACITY)
    const x = (width - this.widthOf(mark, size, 'bold')) / 2
    this.write(mark, x, (height - leading(size)) / 2, size, 'bold')
    this.document.restore()
  }

  /** Width of a text in points, as it will be printed. */
  widthOf(text: string, size: number, face: Face): number {
    let width = 0
    for (const character of text) width += this.measure(character, face) * size
    return width
  }

  /** Writes at a place of its own, e.g. at the foot of a page. */
  write(line: string, x: number, y: number, size: number, face: Face = 'regular', colour: string = INK): void {
    if (line.trim() === '') return
    let at = x
    for (const { font, text } of this.characters.runs(line)) {
      const top = font === '' ? y : y + this.onBaseOf(face, font, size)
      this.document
        .font(font || face)
        .fontSize(size)
        .fillColor(colour)
        .text(text, at, top, { lineBreak: false })
      at += this.widthOf(text, size, face)
    }
  }

  /** Points that a rare font's text is moved down by, so that it stands on one line with its neighbours. */
  private onBaseOf(face: Face, font: string, size: number): number {
    return ((ascenderOf(this.document, face) - ascenderOf(this.document, font)) * size) / 1000
  }

  private get bottom(): number {
    return this.document.page.height - MARGIN.bottom
  }

  private open(cells: readonly Cell[], size: number): OpenCell[] {
    let x = MARGIN.side
    return cells.map((cell) => {
      const lines = this.lines(cell.text, cell.place, cell.width - 2 * PAD.x, size, cell.face ?? 'regular')
      const { pictures = [] } = cell
      const room = Math.ceil(picturesHeight(cell.width, pictures.length) / leading(size))
      const placed = {
        ...cell,
        x,
        pictures,
        textLines: lines.length,
        lines: [...lines, ...Array<string>(room).fill('')],
      }
      x += cell.width
      return placed
    })
  }

  private lines(text: string, place: string, width: number, size: number, face: Face): string[] {
    if (text === '') return []
    const measure = (character: string) => this.measure(character, face) * size
    return breakLines(this.characters.printable(text, place), width, measure)
  }

  private linesLeft(size: number): number {
    return Math.floor((this.bottom - this.y - 2 * this.padY) / leading(size))
  }

  /** A row that fits on half a page is not torn. */
  private mustTurn(needed: number, size: number): boolean {
    const left = this.linesLeft(size)
    if (needed <= left || this.y <= MARGIN.top) return false
    const onFreshPage = (this.bottom - MARGIN.top - 2 * this.padY) / leading(size)
    return left < FEWEST_LINES || needed <= onFreshPage / 2
  }

  private draw(cells: OpenCell[], taken: number, size: number): void {
    const height = taken * leading(size) + 2 * this.padY
    for (const cell of cells) {
      if (cell.shaded) this.document.rect(cell.x, this.y, cell.width, height).fill(SHADE)
      this.document.rect(cell.x, this.y, cell.width, height).lineWidth(0.5).stroke(RULE)
      const lines = cell.lines.splice(0, taken)
      // Labels stand in the middle of a high row, as on printed forms.
      const top = this.y + this.padY + (cell.shaded ? ((taken - lines.length) * leading(size)) / 2 : 0)
      lines.forEach((line, i) => this.writeLine(cell, line, top + i * leading(size), size))
      this.drawPictures(cell, this.y + this.padY + cell.textLines * leading(size))
      cell.pictures = []
    }
    this.y += height
  }

  private writeLine(cell: OpenCell, line: string, y: number, size: number): void {
    const face = cell.face ?? 'regular'
    const x = cell.centred ? cell.x + (cell.width - this.widthOf(line, size, face)) / 2 : cell.x + PAD.x
    // The font's own line is 1.45 of its size high; half of the rest goes above.
    this.write(line, x, y + size * 0.03, size, face)
  }

  private drawPictures(cell: OpenCell, top: number): void {
    const perRow = picturesPerRow(cell.width)
    cell.pictures.forEach((picture, i) => {
      const x = cell.x + PAD.x + (i % perRow) * PICTURE.width
      const y = top + Math.floor(i / perRow) * PICTURE.height
      this.document.image(picture, x, y, { fit: [PICTURE.width - 6, PICTURE.height - 4] })
    })
  }

  private measure(character: string, face: Face): number {
    const key = `${face}${character}`
    let width = this.widths.get(key)
    if (width === undefined) {
      const [run] = this.characters.runs(character)
      width =
        this.document
          .font(run?.font || face)
          .fontSize(100)
          .widthOfString(character) / 100
      this.widths.set(key, width)
    }
    return width
  }
}

/** Not in the typings: per thousand of the size. */
interface WithAscender {
  readonly _font: { readonly ascender: number }
}

const ascenderOf = (document: PDFKit.PDFDocument, font: string): number =>
  (document.font(font) as unknown as WithAscender)._font.ascender

const picturesPerRow = (width: number): number => Math.max(1, Math.floor((width - 2 * PAD.x) / PICTURE.width))

const picturesHeight = (width: number, count: number): number =>
  Math.ceil(count / picturesPerRow(width)) * PICTURE.height
