import { formById } from '../../matters/forms'
import { type Context } from '../../kernel/context'
import { notFound } from '../../kernel/errors'
import { type Field, fieldById, hasRows, type TableRow, tableRowsOf } from '../../../miniprogram/shared/form'
import { type OwnDeclaration, requireDeclaration, requireEditable } from '../declaration/access'
import { answersOf } from '../declaration/form-rows'
import { pinnedSchema } from '../../stores/form-schemas'

export interface TablePlace {
  readonly draftId: string
  readonly materialId: string
  readonly fieldId: string
}

export interface OwnTable extends OwnDeclaration {
  readonly table: Field
  /** The rows as they were saved last. */
  readonly rowsOf: () => readonly TableRow[]
}

/** A table of one's own draft that may still be changed; NOT_FOUND when the draft has no such table. */
export async function requireTable(place: TablePlace, context: Context): Promise<OwnTable> {
  const own = await requireDeclaration(place.draftId, context)
  requireEditable(own.row)
  const form = own.row.forms.find(({ materialId }) => materialId === place.materialId)
  const table = form ? fieldById(await pinnedSchema(form.schemaId, formById), place.fieldId) : undefined
  if (!form || !table || !hasRows(table)) throw notFound('table')
  const rowsOf = (): readonly TableRow[] =>
    tableRowsOf(answersOf(place.materialId).open(own.row._id, form.answers)[place.fieldId] ?? null)
  return { ...own, table, rowsOf }
}
