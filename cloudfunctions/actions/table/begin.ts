import * as v from 'valibot'
import { IMPORT_TYPES, LARGEST_IMPORT } from '../../../miniprogram/shared/domain/table-import'
import { defineAction } from '../../kernel/define-action'
import { randomId } from '../../kernel/ids'
import { fieldId, ourId, providerId } from '../../kernel/inputs'
import { insertTemporaryFile } from '../../stores/temporary-files'
import { mintPath } from '../../domain/storage/minted-path'
import { requireTable } from '../../domain/table/access'
import { refuse } from '../../files/refuse'
import { ofOwner } from '../../stores/owner'

const input = v.object({
  draftId: ourId,
  materialId: providerId,
  fieldId,
  fileName: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)),
})

/** Mints the one storage path that this file of rows may be uploaded to, after the checks that need no bytes. */
export const beginImport = defineAction('table.begin', input, async ({ fileName, size, ...place }, context) => {
  const { active } = await requireTable(place, context)
  const extension = importType(fileName)
  if (size === 0) throw refuse('这是一个空文件，请重新选择')
  if (size > LARGEST_IMPORT) {
    throw refuse(`文件太大，最大 ${LARGEST_IMPORT / 1024 / 1024} MB。请只保留要导入的行和列，另存后再试`)
  }
  const row = {
    _id: randomId(),
    ...ofOwner(active),
    ...place,
    purpose: 'table-import' as const,
    cloudPath: mintPath(extension, context.now()),
    fileId: '',
    createdAt: context.now(),
  }
  await insertTemporaryFile(row)
  return { importId: row._id, cloudPath: row.cloudPath }
})

/** The last part of the name, when it is one that can be imported; otherwise FILE_REFUSED with the way out. */
function importType(fileName: string): string {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (IMPORT_TYPES.some((type) => type === extension)) return extension
  if (['xls', 'xlsm', 'xlsb', 'et', 'ods', 'numbers'].includes(extension)) {
    throw refuse(`不能导入 .${extension} 文件。请用表格软件打开，另存为 .xlsx 后再试`)
  }
  throw refuse('只能导入 .xlsx 或 .csv 文件。请下载模板填写')
}
