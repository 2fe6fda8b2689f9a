import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import type { TableRow } from '../../../miniprogram/shared/form'
import { VEHICLES } from './files'

/** What came of a file that was read in a process of its own. */
export interface Reading {
  /** Rows read; undefined when the file was refused. */
  readonly rows?: number
  readonly first?: TableRow
  /** The first one. */
  readonly problem?: string
  /** What the citizen reads. */
  readonly refused?: string
  readonly ms: number
  /** Highest resident memory; Linux only. */
  readonly peakMb: number
}

/** A process that never ends is killed after this; the slowest file takes 2 s of the processor. */
const PATIENCE_MS = 30_000

export type Read = (bytes: Buffer, type: 'xlsx' | 'csv') => Promise<Reading>

/** Hands out a reader of files as vehicles, each file in a new process that does nothing else. */
export async function withReader<T>(use: (read: Read) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tjgx-reading-'))
  try {
    const program = join(folder, 'reading-process.js')
    await build({
      entryPoints: [join(__dirname, 'reading-process.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      logLevel: 'silent',
    })
    return await use(async (bytes, type) => {
      const file = join(folder, `file.${type}`)
      await writeFile(file, bytes)
      const args = [program, file, JSON.stringify(VEHICLES)]
      const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: PATIENCE_MS })
      return JSON.parse(stdout) as Reading
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
