import { type ArchiveEntry } from '../../../miniprogram/shared/domain/archive'
import { AppError } from '../../kernel/errors'
import { withFileBytes } from '../../files/file-bytes'
import { readZipDirectory, type ZipEntry } from '../../files/zip-directory'

/** A file of a zip, with what is needed to unpack it. */
export interface ListedEntry extends ArchiveEntry {
  readonly zipped: ZipEntry
}

/** The files of a zip on the local disk, in the order of its directory; without folders and the notes of macOS. */
export async function listEntries(path: string): Promise<readonly ListedEntry[]> {
  const directory = await withFileBytes(path, readZipDirectory)
  if (!directory) {
    throw new AppError('UPSTREAM_UNAVAILABLE', 'archive has no readable directory', {
      retryable: true,
      userMessage: '一网通给出的压缩包不完整，没有保存，请重新打包一次再试',
    })
  }
  return directory.entries.flatMap((zipped, index) => {
    const parts = zipped.name.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..')
    const name = parts.pop() ?? ''
    const isFile = !/[\\/]$/.test(zipped.name) && name !== '' && parts[0] !== '__MACOSX' && name !== '.DS_Store'
    return isFile ? [{ index, folder: parts.join('/'), name, size: zipped.unpacked, zipped }] : []
  })
}
