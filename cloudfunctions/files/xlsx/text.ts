import { LONGEST_TEXT, type SheetCell, textCell } from '../sheet'
import { readXml } from './xml'

/** Collects the text of one cell: runs of formatted text in a row, without the reading aids of East Asian text. */
export class CellText {
  private text = ''
  private inText = false
  private inAid = false

  open(name: string): void {
    if (name === 'rPh') this.inAid = true
    else if (name === 't') this.inText = !this.inAid
  }

  close(name: string): void {
    if (name === 'rPh') this.inAid = false
    else if (name === 't') this.inText = false
  }

  add(text: string): void {
    // What is too long anyway is not collected further.
    if (this.inText && this.text.length <= LONGEST_TEXT) this.text += text
  }

  /** The cell, and room for the next one. */
  take(): SheetCell {
    const cell = textCell(unescaped(this.text))
    this.text = ''
    return cell
  }
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** The texts that cells refer to by number; how many the part claims does not matter. */
export async function readSharedStrings(part: Buffer | undefined): Promise<readonly SheetCell[]> {
  const cells: SheetCell[] = []
  if (!part) return cells
  const text = new CellText()
  await readXml(part, {
    open: (name) => text.open(name),
    text: (content) => text.add(content),
    close(name) {
      text.close(name)
      if (name === 'si') cells.push(text.take())
    },
  })
  return cells
}
