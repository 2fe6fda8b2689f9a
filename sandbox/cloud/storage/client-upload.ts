import { type Readable } from 'node:stream'
import { type StorageRules } from '../deploy'
import { CloudError } from '../errors'
import { checkCloudPath } from './cloud-path'
import { type FileStore, type StoredFile } from './file-store'

/**
 * Puts a file that the app uploads, as far as deploy/storage-rules.json allows.
 * Throws STORAGE_EXCEED_AUTHORITY for a path outside the rule or one that is taken, STORAGE_REQUEST_FAIL for a path
 * or size that is not allowed.
 */
export async function putFromClient(
  files: FileStore,
  rules: StorageRules,
  upload: { path: string; source: Readable; openid: string },
): Promise<StoredFile> {
  checkCloudPath(upload.path)
  const rule = rules.write
  if (rule === false || !upload.path.startsWith(rule.prefix)) {
    throw new CloudError('STORAGE_EXCEED_AUTHORITY', '[AccessDenied] the storage rules allow no upload to this path')
  }
  if (!rule.overwrite && files.has(upload.path)) throw files.taken(upload.path)
  return files.put(upload.path, upload.source, {
    uploader: upload.openid,
    overwrite: rule.overwrite,
    maxBytes: rule.maxBytes,
  })
}
