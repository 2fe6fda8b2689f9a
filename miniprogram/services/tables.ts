import type { Output } from '../shared/contract/actions'
import type { ImportedTable, ImportType } from '../shared/domain/table-import'
import { CloudFailure, cloudPort } from '../platform/cloud/index'
import type { PickedFile } from '../platform/media'
import { call } from './call'
import { uploadFailed } from './upload-failed'

/** A table of a draft's form. */
export interface TablePlace {
  readonly draftId: string
  readonly materialId: string
  readonly fieldId: string
}

/** A file with the table's columns, empty or with its saved rows: a short-lived address of it, and what to call it. */
export const tableTemplate = (
  place: TablePlace,
  fileType: ImportType,
  filled: boolean,
): Promise<Output<'table.template'>> => call('table.template', { ...place, fileType, ...(filled ? { filled } : {}) })

/**
 * What a picked file holds for a table: a path is minted → the file goes to cloud storage → it is read and deleted. The
 * draft is not changed, so after a failure the whole may be repeated.
 * @throws ServiceError FILE_REFUSED with the reason when the file cannot be used
 */
export async function readTableFile(place: TablePlace, file: PickedFile): Promise<ImportedTable> {
  const { importId, cloudPath } = await call('table.begin', { ...place, fileName: file.name, size: file.size })
  const fileId = await upload(cloudPath, file.path)
  return call('table.read', { importId, fileId })
}

async function upload(cloudPath: string, filePath: string): Promise<string> {
  try {
    return (await cloudPort().upload(cloudPath, filePath).done).fileId
  } catch (error) {
    throw error instanceof CloudFailure ? uploadFailed(error) : error
  }
}
