import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface FileStore {
  /** Writes to a side file first, so that a killed process leaves no half file under the name. */
  write(contentId: string, bytes: Buffer): void
  read(contentId: string): Buffer | undefined
}

export function openFileStore(dataDir: string): FileStore {
  const folder = join(dataDir, 'files')
  mkdirSync(folder, { recursive: true })
  return {
    write(contentId, bytes) {
      const path = join(folder, contentId)
      writeFileSync(`${path}.part`, bytes)
      renameSync(`${path}.part`, path)
    },
    read(contentId) {
      const path = join(folder, contentId)
      return existsSync(path) ? readFileSync(path) : undefined
    },
  }
}
