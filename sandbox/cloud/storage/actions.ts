import * as v from 'valibot'
import { adminAction, type AdminAction } from '../admin-action'
import { LIMITS } from '../limits'
import { checkCloudPath, type FileIds } from './cloud-path'
import { type FileStore } from './file-store'
import { type Signatures } from './signatures'

/** An upload that the SDK was allowed must start within this time. */
const UPLOAD_SECONDS = 900

const Upload = v.object({ path: v.string() })
const Downloads = v.object({
  file_list: v.array(
    v.object({ fileid: v.string(), max_age: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1))) }),
  ),
})
const Deletions = v.object({ fileid_list: v.array(v.string()) })

/** The storage actions of the admin protocol. `baseUrl()` is known once the server listens. */
export function storageActions(
  files: FileStore,
  ids: FileIds,
  signatures: Signatures,
  baseUrl: () => string,
): Record<string, AdminAction> {
  function uploadMetadata({ path }: v.InferOutput<typeof Upload>): object {
    checkCloudPath(path)
    const expires = signatures.expiry(UPLOAD_SECONDS)
    return {
      data: {
        url: `${baseUrl()}/cos/${encodeURIComponent(path)}`,
        token: String(expires),
        authorization: signatures.sign('put', path, expires),
        fileId: ids.of(path),
        // Travels as a header: ASCII only.
        cosFileId: encodeURIComponent(path),
      },
    }
  }

  /** The path stays unescaped, as in the platform's addresses: the SDK escapes it before it fetches. */
  function downloadUrl(file: v.InferOutput<typeof Downloads>['file_list'][number]): object {
    const path = ids.pathOf(file.fileid)
    if (path === undefined || !files.has(path)) {
      return { fileID: file.fileid, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' }
    }
    const maxAge = file.max_age ?? LIMITS.temporaryUrlSeconds
    const expires = signatures.expiry(maxAge)
    const sign = signatures.sign('get', path, expires)
    return {
      fileID: file.fileid,
      code: 'SUCCESS',
      maxAge,
      tempFileURL: `${baseUrl()}/cos/${path}?sign=${sign}&t=${expires}`,
    }
  }

  async function deletion(fileID: string): Promise<object> {
    const path = ids.pathOf(fileID)
    const removed = path !== undefined && (await files.remove(path))
    return { fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
  }

  return {
    'storage.getUploadMetadata': adminAction(Upload, uploadMetadata),
    'storage.batchGetDownloadUrl': adminAction(Downloads, ({ file_list }) => ({
      data: { download_list: file_list.map(downloadUrl) },
    })),
    'storage.batchDeleteFile': adminAction(Deletions, async ({ fileid_list }) => ({
      data: { delete_list: await Promise.all(fileid_list.map(deletion)) },
    })),
  }
}
