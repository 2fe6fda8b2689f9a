import type { Declaration } from '../../../shared/domain/declaration'
import { fieldsOf, kindOf, notesOf, summarize, type Field, type SummaryItem } from '../../../shared/form/index'
import { Draft } from '../draft/draft'
import { tablePage, type TablePage, type TableRows } from './table-page'

export interface SummaryEntryView {
  readonly fieldId: string
  readonly label: string
  readonly text: string
  readonly empty: boolean
  readonly table?: TablePage
  /** Short-lived addresses of a signature's pictures. */
  readonly pictures?: readonly string[]
}

/** A section as a card: its first answers, and what is folded. */
export interface SectionView {
  readonly key: string
  readonly sectionId: string
  readonly title: string
  readonly entries: readonly SummaryEntryView[]
  /** What the last row says, e.g. 还有 6 项; '' = nothing is folded. */
  readonly rest: string
  readonly open: boolean
}

export interface FormView {
  readonly materialId: string
  readonly title: string
  readonly sections: readonly SectionView[]
  readonly notes: readonly string[]
}

interface Section {
  readonly sectionId: string
  readonly title: string
  readonly items: readonly SummaryItem[]
}

interface Summary {
  readonly form: Omit<FormView, 'sections'>
  readonly fields: ReadonlyMap<string, Field>
  readonly sections: readonly Section[]
  /** Field id of a table → its page that shows; the first unless it was turned. */
  readonly pages: Map<string, number>
}

/** Answers of a section that show before it is opened. */
const FIRST = 4

/** The filled forms as the office will read them: all answers, of which a card shows a few, and personal ones masked. */
export class FormSummaries {
  private readonly summaries: readonly Summary[]
  private readonly open = new Set<string>()
  private revealed = false

  /** @param pictures attachment id → address @param complete nothing that is required lacks */
  constructor(
    declaration: Declaration,
    private readonly pictures: Readonly<Record<string, string>>,
    private readonly complete: boolean,
  ) {
    const draft = new Draft(declaration)
    this.summaries = draft.askedForms().map(({ materialId, schema }) => {
      const context = draft.context(materialId)
      return {
        form: { materialId, title: schema.title, notes: notesOf(schema, context) },
        fields: new Map(fieldsOf(schema).map((field) => [field.id, field])),
        sections: summarize(schema, context),
        pages: new Map(),
      }
    })
  }

  get views(): readonly FormView[] {
    return this.summaries.map((summary) => this.view(summary))
  }

  /** Are ID numbers, telephones and addresses shown as they are? */
  get isRevealed(): boolean {
    return this.revealed
  }

  reveal(shown: boolean): void {
    this.revealed = shown
  }

  /** Opens what a section folds, or folds it again. */
  toggle(key: string): void {
    if (!this.open.delete(key)) this.open.add(key)
  }

  /** Turns a table to a page; 0 = first. */
  turn(materialId: string, fieldId: string, page: number): void {
    this.summaries.find(({ form }) => form.materialId === materialId)?.pages.set(fieldId, page)
  }

  private view(summary: Summary): FormView {
    return { ...summary.form, sections: summary.sections.map((section) => this.section(summary, section)) }
  }

  private section(summary: Summary, { sectionId, title, items }: Section): SectionView {
    const key = `${summary.form.materialId}/${sectionId}`
    const open = this.open.has(key)
    const isPersonal = ({ fieldId, text }: SummaryItem): boolean => {
      const field = summary.fields.get(fieldId)
      return field !== undefined && kindOf(field.type).masked(text) !== text
    }
    const first = firstOf(items, isPersonal)
    const isFolded = first.length < items.length || items.some(({ rows }) => rows)
    return {
      key,
      sectionId,
      title,
      entries: (open ? items : first).map((item) => this.entry(summary, item, open)),
      rest: !isFolded ? '' : open ? '收起' : restText(items, first, this.complete),
      open,
    }
  }

  private entry({ fields, pages }: Summary, item: SummaryItem, open: boolean): SummaryEntryView {
    const { fieldId, label, text, empty, rows, attachmentIds } = item
    const field = fields.get(fieldId)
    const entry = { fieldId, label, text: empty ? text : this.masked(field, text), empty }
    if (rows && !open) return { ...entry, text: `共 ${rows.length} 行` }
    if (rows) return { ...entry, table: tablePage(this.maskedRows(rows, field), pages.get(fieldId) ?? 0) }
    if (attachmentIds) return { ...entry, pictures: attachmentIds.flatMap((id) => this.pictures[id] ?? []) }
    return entry
  }

  private masked(field: Field | undefined, text: string): string {
    return this.revealed || field === undefined ? text : kindOf(field.type).masked(text)
  }

  private maskedRows(rows: TableRows, field: Field | undefined): TableRows {
    return rows.map((cells) =>
      cells.map(({ label, text }) => {
        const column = field?.columns?.find((one) => one.label === label)
        return { label, text: this.masked(column, text) }
      }),
    )
  }
}

/**
 * What stands above the fold, in the form's order: the first answer and what must be right above all, numbers, telephones and
 * addresses; then the others. A row that would be folded alone is shown instead.
 */
function firstOf(items: readonly SummaryItem[], isPersonal: (item: SummaryItem) => boolean): readonly SummaryItem[] {
  const filled = items.filter(({ empty }) => !empty)
  if (items.length <= FIRST + 1 && filled.length === items.length) return items
  const wanted = new Set([...filled.slice(0, 1), ...filled.filter(isPersonal), ...filled])
  const chosen = [...wanted].slice(0, FIRST)
  return filled.filter((item) => chosen.includes(item))
}

function restText(items: readonly SummaryItem[], first: readonly SummaryItem[], complete: boolean): string {
  const left = items.length - first.length
  if (left === 0) return '看每一行'
  const empty = items.filter((item) => item.empty).length
  const unfilled = complete ? '选填没有填' : '没有填'
  const everyRow = items.some(({ rows }) => rows) ? '看每一行，' : ''
  if (empty === left) return `${everyRow}还有 ${left} 项${unfilled}`
  return `${everyRow}还有 ${left} 项${empty > 0 ? `（${empty} 项${unfilled}）` : ''}`
}
