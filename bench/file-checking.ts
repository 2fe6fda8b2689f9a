import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { CORPUS } from '../test/cloudfunctions/files/corpus'
import { type Figure, median } from './measure'

const LIMIT_MS = 50
const LIMIT_MB = 30

interface Checked {
  readonly ms: number
  /** By how much the memory's peak rose. */
  readonly mb: number
}

/** Checking each honest and hostile file of the corpus, in one process of its own: how long, and how much memory at most. */
export async function fileChecking(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'file-checking-'))
  try {
    const program = join(folder, 'checking-process.js')
    await build({
      entryPoints: [join(__dirname, '..', 'test', 'cloudfunctions', 'files', 'checking-process.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      logLevel: 'silent',
    })
    const files = []
    for (const [n, { fileName, bytes }] of CORPUS.entries()) {
      const path = join(folder, String(n))
      await writeFile(path, await bytes())
      files.push({ path, fileName })
    }
    await writeFile(join(folder, 'list.json'), JSON.stringify(files))
    const told = execFileSync(process.execPath, [program, join(folder, 'list.json')], { encoding: 'utf8' })
    const checked = JSON.parse(told) as readonly Checked[]
    const middle = median(checked.map(({ ms }) => ms))
    const extra = Math.max(...checked.map(({ mb }) => mb))
    const values = {
      files: String(CORPUS.length),
      median: middle.toFixed(1),
      slowest: Math.max(...checked.map(({ ms }) => ms)).toFixed(0),
      extra: extra.toFixed(0),
    }
    return [
      {
        name: `checking each of ${CORPUS.length} honest and hostile files`,
        promise: `median ≤ ${LIMIT_MS} ms, ≤ ${LIMIT_MB} MB extra`,
        measured: `${values.median} ms (slowest ${values.slowest} ms), ${values.extra} MB`,
        holds: middle <= LIMIT_MS && extra <= LIMIT_MB,
        record: { id: 'file-checking', values },
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
