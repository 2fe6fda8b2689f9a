import { formById } from '../../matters/forms'
import { type Context } from '../../kernel/context'
import { notFound } from '../../kernel/errors'
import { type Field, fieldById, hasRows } from '../../../miniprogram/shared/form'
import { type OwnDeclaration, requireDeclaration, requireEditable } from '../declaration/access'
import { pinnedSchema } from '../../stores/form-schemas'

export interface TablePlace {
  readonly draftId: string
  readonly materialId: string
  readonly fieldId: string
}

/** A table of one's own draft that may still be changed; NOT_FOUND when the draft has no such table. */
export async function requireTable(
  place: TablePlace,
  context: Context,
): Promise<OwnDeclaration & { readonly table: Field }> {
  const own = await requireDeclaration(place.draftId, context)
  requireEditable(own.row)
  const form = own.row.forms.find(({ materialId }) => materialId === place.materialId)
  const table = form ? fieldById(await pinnedSchema(form.schemaId, formById), place.fieldId) : undefined
  if (!table || !hasRows(table)) throw notFound('table')
  return { ...own, table }
}
