import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { copyFile, readFile, stat, unlink } from 'node:fs/promises'
import { fileStats, FORBIDDEN_PATH, missingFile, NO_ROOM } from '../../sandbox/wechat/wx-rules/files'
import { type Options, settleQuietly } from '../../sandbox/wechat/wx-rules/outcome'
import { phone } from './phone'

interface ReadOptions extends Options {
  filePath: string
  encoding?: BufferEncoding
  position?: number
  length?: number
}

/** Throws WeChat's words when there is no such file on the phone. */
export function checkFile(path: string): void {
  if (!existsSync(path)) throw missingFile(path)
}

async function digestOf(path: string, algorithm: string | undefined): Promise<{ digest?: string }> {
  if (algorithm === undefined) return {}
  const hash = createHash(algorithm).update(await readFile(path))
  return { digest: hash.digest('hex') }
}

/** The parts of wx.getFileSystemManager that the mini-program uses, on real files. */
export const fileSystem = {
  stat: (options: Options & { path: string }) =>
    settleQuietly('stat', options, async () => {
      checkFile(options.path)
      const { size, mtimeMs } = await stat(options.path)
      return { stats: fileStats(size, mtimeMs) }
    }),
  getFileInfo: (options: Options & { filePath: string; digestAlgorithm?: string }) =>
    settleQuietly('getFileInfo', options, async () => {
      checkFile(options.filePath)
      const { size } = await stat(options.filePath)
      return { size, ...(await digestOf(options.filePath, options.digestAlgorithm)) }
    }),
  copyFile: (options: Options & { srcPath: string; destPath: string }) =>
    settleQuietly('copyFile', options, async () => {
      if (!options.destPath.startsWith(`${phone.userDataPath}/`)) throw new Error(FORBIDDEN_PATH)
      if (phone.filesFull) throw new Error(NO_ROOM)
      checkFile(options.srcPath)
      await copyFile(options.srcPath, options.destPath)
      return {}
    }),
  readFile: (options: ReadOptions) =>
    settleQuietly('readFile', options, async () => {
      checkFile(options.filePath)
      const { position = 0, length = Infinity } = options
      const bytes = (await readFile(options.filePath)).subarray(position, position + length)
      return { data: options.encoding ? bytes.toString(options.encoding) : new Uint8Array(bytes).buffer }
    }),
  readdirSync: (folder: string) => readdirSync(folder),
  unlink: (options: Options & { filePath: string }) =>
    settleQuietly('unlink', options, async () => {
      checkFile(options.filePath)
      await unlink(options.filePath)
      return {}
    }),
}
