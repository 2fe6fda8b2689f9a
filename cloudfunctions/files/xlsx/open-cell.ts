import { type SheetCell, textCell } from '../sheet'
import { type NumberFormat } from './number-format'
import { CellText, unescaped } from './text'
import { type Attributes } from './xml'

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly strings: readonly SheetCell[]
  readonly formats: readonly NumberFormat[]
  readonly from1904: boolean
}

const FAILED: SheetCell = { unreadable: '单元格里的公式出错，请改成实际的内容' }
const NO_RESULT: SheetCell = { unreadable: '单元格里的公式没有结果，请复制后“选择性粘贴”为数值' }
const NO_NUMBER: SheetCell = { unreadable: '单元格里的内容读不出来，请重新填写' }

/** A cell whose end was not read yet. */
export class OpenCell {
  private readonly words = new CellText()
  private shown: string | undefined
  private inValue = false
  private isFormula = false

  constructor(private readonly attributes: Attributes) {}

  open(name: string): void {
    if (name === 'f') this.isFormula = true
    if (name === 'v') {
      this.inValue = true
      this.shown = ''
    } else this.words.open(name)
  }

  add(text: string): void {
    if (this.inValue) this.shown += text
    else this.words.add(text)
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false
    else this.words.close(name)
  }

  /** A formula counts with the value that was shown last, formatted text with its words. */
  value({ strings, formats, from1904 }: CellContext): SheetCell {
    const { t: type = 'n', s: style } = this.attributes
    if (type === 'inlineStr') return this.words.take()
    const { shown } = this
    if (shown === undefined) return this.isFormula ? NO_RESULT : null
    switch (type) {
      case 's':
        return strings[Number(shown)] ?? null
      case 'str':
        return textCell(unescaped(shown))
      case 'b':
        return Number(shown) !== 0
      case 'e':
        return FAILED
      case 'd':
        return dayCell(shown)
      default:
        if (shown === '') return this.isFormula ? NO_RESULT : null
        return numberCell(Number(shown), formats[Number(style ?? 0)], from1904)
    }
  }
}

/** A day that is written as text has no zone, and is read as that of no machine: `2026-11-02T00:00:00`. */
export const dayCell = (shown: string): Date => new Date(/T[\d:.]*$/.test(shown) ? `${shown}Z` : shown)

/** Days since 1899-12-30, or 1904-01-01; a day that cannot be is an invalid Date, as the program shows ######. */
function numberCell(value: number, format: NumberFormat | undefined, from1904: boolean): SheetCell {
  if (!Number.isFinite(value)) return NO_NUMBER
  if (format?.isDay) return new Date(Math.round((value - 25_569 + (from1904 ? 1462 : 0)) * 86_400_000))
  return format?.shown(value) ?? value
}
