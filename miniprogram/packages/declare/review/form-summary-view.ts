import type { Declaration } from '../../../shared/domain/declaration'
import { notesOf, summarize, type SummaryItem, type SummarySection } from '../../../shared/form/index'
import { Draft } from '../draft/draft'
import { tablePage, type TablePage } from './table-page'

export interface SummaryEntryView {
  readonly fieldId: string
  readonly label: string
  readonly text: string
  readonly empty: boolean
  readonly table?: TablePage
  /** Short-lived addresses of a signature's pictures. */
  readonly pictures?: readonly string[]
}

export interface FormView {
  readonly materialId: string
  readonly title: string
  readonly sections: readonly {
    readonly sectionId: string
    readonly title: string
    readonly entries: readonly SummaryEntryView[]
  }[]
  readonly notes: readonly string[]
}

interface Summary {
  readonly form: Omit<FormView, 'sections'>
  readonly sections: readonly SummarySection[]
  /** Field id of a table → its page that shows; the first unless it was turned. */
  readonly pages: Map<string, number>
}

/** The filled forms as the office will read them, with all rows of their tables, of which a page shows a few. */
export class FormSummaries {
  private readonly summaries: readonly Summary[]

  /** @param pictures attachment id → address */
  constructor(
    declaration: Declaration,
    private readonly pictures: Readonly<Record<string, string>>,
  ) {
    const draft = new Draft(declaration)
    this.summaries = draft.askedForms().map(({ materialId, schema }) => {
      const context = draft.context(materialId)
      return {
        form: { materialId, title: schema.title, notes: notesOf(schema, context) },
        sections: summarize(schema, context),
        pages: new Map(),
      }
    })
  }

  get views(): readonly FormView[] {
    return this.summaries.map((summary) => this.view(summary))
  }

  /** Turns a table to a page; 0 = first. */
  turn(materialId: string, fieldId: string, page: number): void {
    this.summaries.find(({ form }) => form.materialId === materialId)?.pages.set(fieldId, page)
  }

  private view({ form, sections, pages }: Summary): FormView {
    return {
      ...form,
      sections: sections.map(({ sectionId, title, items }) => ({
        sectionId,
        title,
        entries: items.map((item) => this.entry(item, pages.get(item.fieldId) ?? 0)),
      })),
    }
  }

  private entry({ fieldId, label, text, empty, rows, attachmentIds }: SummaryItem, page: number): SummaryEntryView {
    const entry = { fieldId, label, text, empty }
    if (rows) return { ...entry, table: tablePage(rows, page) }
    if (attachmentIds) return { ...entry, pictures: attachmentIds.flatMap((id) => this.pictures[id] ?? []) }
    return entry
  }
}
