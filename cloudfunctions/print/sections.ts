import { type SummaryItem, type SummarySection } from '../../miniprogram/shared/form'
import { type PrintedDocument } from './document'
import { leading, PAD } from './page'
import { type Cell, type PaperSheet } from './sheet'
import { printTable } from './table'

const SIZE = 9.5
const LABEL_WIDTH = 84

/** One label with its value, before it is known whether it shares a row. */
export interface Entry {
  readonly label: string
  readonly text: string
  readonly pictures?: readonly Buffer[]
  /** Needs the full width. */
  readonly wide?: boolean
}

/** A section: a bar with its title, label and value cells two by two, tables over the full width. */
export function printSection(sheet: PaperSheet, section: SummarySection, pictures: PrintedDocument['pictures']): void {
  if (sheet.orientation === 'landscape') sheet.newPage('portrait')
  // A title is not left alone at the foot of a page.
  const [first] = section.items
  const below = first && first.rows === undefined ? cellsOf(entryOf(first, pictures), sheet.width) : []
  sheet.keep(2 * (leading(SIZE) + 2 * PAD.y) + sheet.heightOf(below, SIZE))
  sheet.row([{ width: sheet.width, text: section.title, place: section.title, face: 'bold', shaded: true }], 10.5)
  let budget: Entry[] = []
  for (const item of section.items) {
    if (item.rows === undefined) {
      budget.push(entryOf(item, pictures))
      continue
    }
    printEntries(sheet, budget)
    budget = []
    printTable(sheet, item.label, item.rows)
  }
  printEntries(sheet, budget)
  sheet.space(8)
}

/** Cells two by two where both values are short. */
export function printEntries(sheet: PaperSheet, entries: readonly Entry[]): void {
  if (entries.length > 0 && sheet.orientation === 'landscape') sheet.newPage('portrait')
  const queue = [...entries]
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    const next = queue[0]
    if (next && isShort(sheet, entry) && isShort(sheet, next)) {
      queue.shift()
      const half = sheet.width / 2
      sheet.row([...cellsOf(entry, half), ...cellsOf(next, half)], SIZE)
    } else {
      sheet.row(cellsOf(entry, sheet.width), SIZE)
    }
  }
}

function cellsOf({ label, text, pictures }: Entry, width: number): Cell[] {
  return [
    { width: LABEL_WIDTH, text: label, place: label, shaded: true },
    { width: width - LABEL_WIDTH, text, place: label, ...(pictures ? { pictures } : {}) },
  ]
}

function isShort(sheet: PaperSheet, { text, wide = false }: Entry): boolean {
  const room = sheet.width / 2 - LABEL_WIDTH - 2 * PAD.x
  return !wide && !text.includes('\n') && sheet.widthOf(text, SIZE, 'regular') <= room * 1.8
}

function entryOf(item: SummaryItem, pictures: PrintedDocument['pictures']): Entry {
  if (item.attachmentIds === undefined) return { label: item.label, text: item.text, wide: item.wide }
  const found = item.attachmentIds.flatMap((id) => pictures.get(id) ?? [])
  const missing = item.attachmentIds.length - found.length
  const text = missing > 0 ? `${item.text}（${missing} 张图片没有取到，请在小程序里查看）` : ''
  return { label: item.label, text, pictures: found, wide: true }
}
