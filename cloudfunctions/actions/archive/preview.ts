import { createReadStream } from 'node:fs'
import * as v from 'valibot'
import { shownOnPhone } from '../../../miniprogram/shared/domain/archive'
import { fileTypeOf } from '../../../miniprogram/shared/domain/file-kind'
import { defineAction, MOVE_BUDGET_MS } from '../../kernel/define-action'
import { notFound } from '../../kernel/errors'
import { ourId } from '../../kernel/inputs'
import { refuse } from '../../files/refuse'
import { LARGEST_ARCHIVE } from '../../one-network/limits'
import { withStoredFile } from '../../domain/storage/stored-file'
import { offerFile } from '../../domain/storage/offer'
import { requireArchive } from '../../domain/archive/access'
import { listEntries } from '../../domain/archive/entries'
import { unpackForPhone } from '../../domain/archive/unpack'

const input = v.object({ archiveId: ourId, index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)) })

/**
 * One file of a zip that was fetched before, as a short-lived address: the zip is read from our own storage, so that
 * neither the provider nor the phone moves it again. FILE_REFUSED for what a phone cannot show.
 */
export const previewArchived = defineAction(
  'archive.preview',
  input,
  async ({ archiveId, index }, context) => {
    const { active, row } = await requireArchive(archiveId, context)
    return withStoredFile(row.fileId, LARGEST_ARCHIVE, context, async ({ path }) => {
      const entry = (await listEntries(path)).find((listed) => listed.index === index)
      if (!entry) throw notFound('entry')
      if (shownOnPhone(entry.name) === 'nothing') {
        throw refuse('手机上打不开这种文件，请把压缩包转发到电脑查看')
      }
      await unpackForPhone(path, entry.zipped, `${path}.entry`)
      const content = createReadStream(`${path}.entry`)
      const offered = await offerFile(content, fileTypeOf(entry.name), { purpose: 'preview' }, active, context)
      return { ...offered, fileName: entry.name }
    })
  },
  MOVE_BUDGET_MS,
)
