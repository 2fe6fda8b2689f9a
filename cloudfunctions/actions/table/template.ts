import * as v from 'valibot'
import { IMPORT_TYPES } from '../../../miniprogram/shared/domain/table-import'
import { defineAction } from '../../kernel/define-action'
import { fieldId, ourId, providerId } from '../../kernel/inputs'
import { offerFile } from '../../domain/storage/offer'
import { requireTable } from '../../domain/table/access'
import { csvTemplate } from '../../domain/table/template-csv'
import { xlsxTemplate } from '../../domain/table/template-xlsx'

const input = v.object({
  draftId: ourId,
  materialId: providerId,
  fieldId,
  fileType: v.picklist(IMPORT_TYPES),
  filled: v.optional(v.boolean()),
})

/** A file with the table's columns, to be filled in elsewhere, perhaps with the saved rows: a short-lived address of it. */
export const tableTemplate = defineAction('table.template', input, async ({ fileType, filled, ...place }, context) => {
  const { active, table, rowsOf } = await requireTable(place, context)
  const rows = filled ? rowsOf() : []
  const bytes = await (fileType === 'csv' ? csvTemplate(table, rows) : xlsxTemplate(table, rows))
  const offered = await offerFile(bytes, fileType, { ...place, purpose: 'table-template' }, active, context)
  return { ...offered, fileName: `${table.label}${filled ? '' : '模板'}.${fileType}` }
})
