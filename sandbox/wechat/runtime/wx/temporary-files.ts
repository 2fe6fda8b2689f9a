import { extensionOf, missingFile } from '../../wx-rules/files'

/**
 * Files that wx APIs name by path. As in WeChat they live as long as the program runs, but for those of its own folder
 * (kept-files.ts); contents are blobs, and a path keeps the extension of what was chosen.
 */
interface StoredFile {
  blob: Blob
  name: string
  createdAt: number
  url?: string
}

const files = new Map<string, StoredFile>()
let count = 0

/** Root of the paths that a program may write itself. */
export const USER_DATA_PATH = 'wxfile://usr'

const EXTENSION_OF_TYPE: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/json': 'json',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'text/plain': 'txt',
}

/** Keeps a blob under a new temporary path. */
export function storeTemporaryFile(blob: Blob, name: string): string {
  const extension = extensionOf(name) || (EXTENSION_OF_TYPE[blob.type.split(';')[0] ?? ''] ?? '')
  count += 1
  const path = `wxfile://tmp_${Date.now().toString(36)}${count}${extension === '' ? '' : `.${extension}`}`
  files.set(path, { blob, name: name || path.slice('wxfile://'.length), createdAt: Date.now() })
  return path
}

/** Keeps a blob under a path of the program's choice. */
export function putFile(path: string, blob: Blob): void {
  removeFile(path)
  files.set(path, { blob, name: path.split('/').at(-1) ?? path, createdAt: Date.now() })
}

/** The file at a path; throws WeChat's words when there is none. */
export function fileAt(path: string): StoredFile {
  const file = files.get(path)
  if (!file) throw missingFile(path)
  return file
}

export function hasFile(path: string): boolean {
  return files.has(path)
}

export function filePaths(): string[] {
  return [...files.keys()]
}

export function removeFile(path: string): boolean {
  const file = files.get(path)
  if (file?.url !== undefined) URL.revokeObjectURL(file.url)
  return files.delete(path)
}

/** An address that the browser can load for a stored file; undefined for any other path. */
export function temporaryFileUrl(path: string): string | undefined {
  const file = files.get(path)
  if (!file) return undefined
  file.url ??= URL.createObjectURL(file.blob)
  return file.url
}
