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
import { headingsOf, importedTable } from '../../domain/table/imported'
import { sheetsOf } from '../../files/spreadsheet'

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
        importedTable(
          await sheetsOf(await readFile(path), file.cloudPath, headingsOf(table)),
          table,
          toBeijingDate(context.now()),
        ),
      )
    } finally {
      await deleteFiles([fileId])
      await removeTemporaryFile(importId)
    }
  },
  BUDGET_MS,
)
