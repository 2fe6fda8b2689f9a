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
})

/** An empty file with the table's columns, to be filled in elsewhere: a short-lived address of it. */
export const tableTemplate = defineAction('table.template', input, async ({ fileType, ...place }, context) => {
  const { active, table } = await requireTable(place, context)
  const bytes = await (fileType === 'csv' ? csvTemplate(table) : xlsxTemplate(table))
  const offered = await offerFile(bytes, fileType, { ...place, purpose: 'table-template' }, active, context)
  return { ...offered, fileName: `${table.label}模板.${fileType}` }
})
