import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Files below a folder that satisfy `keep`, absolute, sorted. A missing folder holds none. */
export async function glob(folder: string, keep: (file: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(keep)
    .sort()
}
