import { openDocumentViewer, saveThroughBrowser } from './document-viewer'
import { documentType, fileStats, FORBIDDEN_PATH, missingFile } from '../../wx-rules/files'
import { settleQuietly } from '../../wx-rules/outcome'
import { forgetFile, keepFile } from './kept-files'
import { type Options, settle } from './outcome'
import { fileAt, filePaths, hasFile, putFile, removeFile, USER_DATA_PATH } from './temporary-files'

type Encoding = 'utf8' | 'utf-8' | 'base64' | 'ascii' | undefined

interface Part {
  position?: number
  length?: number
}

async function contentOf(
  path: string,
  encoding: Encoding,
  { position = 0, length }: Part,
): Promise<string | ArrayBuffer> {
  const { blob } = fileAt(path)
  const part = blob.slice(position, length === undefined ? undefined : position + length)
  const bytes = await part.arrayBuffer()
  if (encoding === undefined) return bytes
  if (encoding === 'base64') return toBase64(bytes)
  return new TextDecoder().decode(bytes)
}

function toBase64(bytes: ArrayBuffer): string {
  const view = new Uint8Array(bytes)
  let text = ''
  for (let at = 0; at < view.length; at += 8192) text += String.fromCharCode(...view.subarray(at, at + 8192))
  return btoa(text)
}

function fromBase64(text: string): ArrayBuffer {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer
}

function toBlob(data: string | ArrayBuffer, encoding: Encoding): Blob {
  return new Blob([typeof data === 'string' && encoding === 'base64' ? fromBase64(data) : data])
}

function statOf(path: string): object {
  const { blob, createdAt } = fileAt(path)
  return fileStats(blob.size, createdAt)
}

function ensureWritable(path: string): void {
  if (!path.startsWith(`${USER_DATA_PATH}/`)) throw new Error(FORBIDDEN_PATH)
}

function remove(path: string): void {
  if (!removeFile(path)) throw missingFile(path)
  void forgetFile(path)
}

/** Bytes of all files in the program's own folder but this one. */
const usedWithout = (path: string): number =>
  filePaths()
    .filter((other) => other !== path && other.startsWith(`${USER_DATA_PATH}/`))
    .reduce((sum, other) => sum + fileAt(other).blob.size, 0)

/** Puts a file at a path of the program's own folder; it is there when it is written down. */
async function storeFileAt(path: string, blob: Blob): Promise<void> {
  await keepFile(path, blob, usedWithout(path))
  putFile(path, blob)
}

async function digestOf(path: string, algorithm: string | undefined): Promise<{ digest?: string }> {
  const name = { sha1: 'SHA-1', sha256: 'SHA-256' }[algorithm ?? '']
  if (name === undefined) return {}
  const bytes = new Uint8Array(await crypto.subtle.digest(name, await fileAt(path).blob.arrayBuffer()))
  return { digest: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') }
}

interface PathOptions extends Options {
  filePath: string
}

/** The parts of wx.getFileSystemManager that work on temporary files and on the program's own folder. */
const fileSystem = {
  access: (options: Options & { path: string }): void =>
    settleQuietly('access', options, () => {
      if (!hasFile(options.path)) throw missingFile(options.path)
      return {}
    }),
  readFile: (options: PathOptions & Part & { encoding?: Encoding }): void =>
    settleQuietly('readFile', options, async () => ({
      data: await contentOf(options.filePath, options.encoding, options),
    })),
  writeFile: (options: PathOptions & { data: string | ArrayBuffer; encoding?: Encoding }): void =>
    settleQuietly('writeFile', options, async () => {
      ensureWritable(options.filePath)
      await storeFileAt(options.filePath, toBlob(options.data, options.encoding))
      return {}
    }),
  writeFileSync: (path: string, data: string | ArrayBuffer, encoding?: Encoding): void => {
    ensureWritable(path)
    const blob = toBlob(data, encoding)
    putFile(path, blob)
    void keepFile(path, blob, usedWithout(path))
  },
  copyFile: (options: Options & { srcPath: string; destPath: string }): void =>
    settleQuietly('copyFile', options, async () => {
      ensureWritable(options.destPath)
      await storeFileAt(options.destPath, fileAt(options.srcPath).blob)
      return {}
    }),
  saveFile: (options: Options & { tempFilePath: string; filePath?: string }): void =>
    settleQuietly('saveFile', options, async () => {
      const { blob, name } = fileAt(options.tempFilePath)
      const savedFilePath = options.filePath ?? `${USER_DATA_PATH}/store_${Date.now()}_${name}`
      await storeFileAt(savedFilePath, blob)
      removeFile(options.tempFilePath)
      return { savedFilePath }
    }),
  stat: (options: Options & { path: string }): void =>
    settleQuietly('stat', options, () => ({ stats: statOf(options.path) })),
  statSync: statOf,
  getFileInfo: (options: PathOptions & { digestAlgorithm?: string }): void =>
    settleQuietly('getFileInfo', options, async () => ({
      size: fileAt(options.filePath).blob.size,
      ...(await digestOf(options.filePath, options.digestAlgorithm)),
    })),
  readdirSync: (folder: string): string[] =>
    filePaths()
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1)),
  unlink: (options: PathOptions): void =>
    settleQuietly('unlink', options, () => {
      remove(options.filePath)
      return {}
    }),
  unlinkSync: remove,
}

export const files = {
  env: { USER_DATA_PATH },
  getFileSystemManager: (): typeof fileSystem => fileSystem,
  openDocument: (options: PathOptions & { fileType?: string }): unknown =>
    settle('openDocument', options, () => {
      openDocumentViewer(options.filePath, documentType(options))
      return {}
    }),
  shareFileMessage: (options: PathOptions & { fileName?: string }): unknown =>
    settle('shareFileMessage', options, () => {
      saveThroughBrowser(options.filePath, options.fileName)
      return {}
    }),
  saveFileToDisk: (options: PathOptions): unknown =>
    settle('saveFileToDisk', options, () => {
      saveThroughBrowser(options.filePath)
      return {}
    }),
  saveImageToPhotosAlbum: (options: PathOptions): unknown =>
    settle('saveImageToPhotosAlbum', options, () => {
      saveThroughBrowser(options.filePath)
      return {}
    }),
  arrayBufferToBase64: toBase64,
  base64ToArrayBuffer: fromBase64,
}
