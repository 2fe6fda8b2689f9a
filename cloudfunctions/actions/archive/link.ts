import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { notFound } from '../../kernel/errors'
import { ourId } from '../../kernel/inputs'
import { addressOf } from '../../domain/storage/offer'
import { requireArchive } from '../../domain/archive/access'

/** A short-lived address of one's own zip. */
export const linkArchive = defineAction(
  'archive.link',
  v.object({ archiveId: ourId }),
  async ({ archiveId }, context) => {
    const { row } = await requireArchive(archiveId, context)
    const offered = await addressOf(row.fileId, context)
    if (!offered) throw notFound('archive')
    return offered
  },
)
