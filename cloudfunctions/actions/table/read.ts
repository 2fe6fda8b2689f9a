import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { LARGEST_IMPORT } from '../../../miniprogram/shared/domain/table-import'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { cloudPathOf, deleteFiles } from '../../kernel/cloud'
import { defineAction } from '../../kernel/define-action'
import { notFound } from '../../kernel/errors'
import { ourId } from '../../kernel/inputs'
import { findTemporaryFile, removeTemporaryFile } from '../../stores/temporary-files'
import { requireIdentity } from '../../domain/account/identity'
import { withStoredFile } from '../../domain/storage/stored-file'
import { requireTable } from '../../domain/table/access'
import { importedTable } from '../../domain/table/imported'
import { readCsv } from '../../files/csv'
import { readXlsx } from '../../files/xlsx'
import { refuse } from '../../files/refuse'
import { type Sheet } from '../../files/sheet'

const input = v.object({ importId: ourId, fileId: v.pipe(v.string(), v.maxLength(300)) })

const BUDGET_MS = 30_000

/**
 * What an uploaded file holds for its table; the draft is not changed. Only the file at the path that was minted for
 * this import counts: any other file id answers the same NOT_FOUND as a missing one. The file is deleted once it was
 * read, whatever was in it.
 */
export const readImport = defineAction(
  'table.read',
  input,
  async ({ importId, fileId }, context) => {
    const active = await requireIdentity(context)
    const file = await findTemporaryFile(importId, active)
    if (file?.purpose !== 'table-import' || cloudPathOf(fileId) !== file.cloudPath) throw notFound('import')
    const { table } = await requireTable(file, context)
    try {
      return await withStoredFile(fileId, LARGEST_IMPORT, context, async ({ path }) =>
        importedTable(await sheetsOf(await readFile(path), file.cloudPath), table, toBeijingDate(context.now())),
      )
    } finally {
      await deleteFiles([fileId])
      await removeTemporaryFile(importId)
    }
  },
  { budgetMs: BUDGET_MS },
)

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
/** Old Office files, and XLSX files with a password, are both this container. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** The content decides, not the name; a name that says something else is told. */
async function sheetsOf(bytes: Buffer, name: string): Promise<readonly Sheet[]> {
  if (bytes.length === 0) throw refuse('这是一个空文件，请重新选择')
  if (bytes.subarray(0, 8).equals(OLE)) {
    throw refuse('这是旧版 Excel 文件，或文件有密码。请用表格软件打开，取消密码，另存为 .xlsx 后再试')
  }
  const zipped = bytes.subarray(0, 4).equals(ZIP)
  if (zipped !== name.endsWith('.xlsx')) {
    throw refuse('文件内容与扩展名不一致。请用表格软件打开，另存为 .xlsx 或 CSV 后再试')
  }
  return zipped ? readXlsx(bytes) : [await readCsv(bytes)].filter((sheet) => sheet.length > 0)
}
