import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../build/paths'

/** The mini-program as an upload would have it, after WeChat's unused-file filter. */
export interface CompiledPackage {
  /** Compiled file, relative to the mini-program's root → bytes. */
  readonly files: Readonly<Record<string, number>>
  /** Files that mention the sandbox's gateway header: must be none in an upload. */
  readonly sandboxFiles: readonly string[]
  /** Log lines by which WeChat's packer says that it skipped a file; the file is then missing on the phone. */
  readonly skipped: readonly string[]
}

/** Starts the one line of JSON that the compiling process prints. */
export const RESULT_MARK = 'COMPILED '

const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs')

/** Compiles the mini-program with WeChat's own compiler, offline. Throws the compiler's message for a broken source. */
export function compileForUpload(): CompiledPackage {
  const run = spawnSync(process.execPath, [TSX, join('scripts', 'check', 'compile-miniprogram.ts')], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 64 << 20,
  })
  const lines = `${run.stdout}${run.stderr}`.split('\n')
  const result = lines.find((line) => line.startsWith(RESULT_MARK))
  if (run.status !== 0 || !result) throw new Error(lines.join('\n').trim())
  const compiled = JSON.parse(result.slice(RESULT_MARK.length)) as Omit<CompiledPackage, 'skipped'>
  return { ...compiled, skipped: lines.filter((line) => line.includes('parse js file')) }
}
