import { type Readable } from 'node:stream'
import { type StorageRules } from '../deploy'
import { CloudError } from '../errors'
import { checkCloudPath } from './cloud-path'
import { type FileStore, type StoredFile } from './file-store'

/**
 * Puts a file that the app uploads, as far as deploy/storage-rules.json allows.
 * Throws STORAGE_EXCEED_AUTHORITY for a path outside the rule or another citizen's file, STORAGE_REQUEST_FAIL for a path
 * that no rule could allow.
 */
export async function putFromClient(
  files: FileStore,
  rules: StorageRules,
  upload: { path: string; source: Readable; openid: string },
): Promise<StoredFile> {
  checkCloudPath(upload.path)
  const rule = rules.write
  if (rule === false || !rule.path.test(upload.path)) {
    throw new CloudError('STORAGE_EXCEED_AUTHORITY', '[AccessDenied] the storage rules allow no upload to this path')
  }
  return files.put(upload.path, upload.source, upload.openid)
}
