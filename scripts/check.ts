import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildCloudfunctions, sizesText } from './build/cloudfunctions'
import { buildNpmPackages } from './build/npm-packages'
import { DIST_FUNCTIONS, ROOT } from './build/paths'
import { filesThatDoNotLoad } from './check/bare-context'
import { compileForUpload, type CompiledPackage } from './check/compiled-package'
import { oversize, packageSizes } from './check/package-sizes'

type Step = readonly [name: string, run: () => Promise<string[]> | string[]]

const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs')

/** Runs a command; its whole output is the complaint when it fails. */
function command(...args: string[]): string[] {
  const result = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20 })
  return result.status === 0 ? [] : [`${result.stdout}${result.stderr}`.trim() || `exit ${String(result.status)}`]
}

/** A generator with `--check`: complains when what it would write differs from what is committed. */
const fresh = (script: string): string[] => command(TSX, join('scripts', script), '--check')

const kb = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`
let compiled: CompiledPackage | undefined

/** Compiles for upload with WeChat's compiler and reports the packages' sizes. */
function compileMiniprogram(): string[] {
  compiled = compileForUpload()
  const sizes = packageSizes(compiled.files)
  console.log(`     main package ${kb(sizes.main)}`)
  for (const [root, bytes] of Object.entries(sizes.subpackages)) console.log(`     ${root} ${kb(bytes)}`)
  return [
    ...compiled.skipped,
    ...oversize(sizes),
    ...compiled.sandboxFiles.map((file) => `${file} carries the sandbox into an upload build`),
  ]
}

const STEPS: readonly Step[] = [
  ['format', () => command(join(ROOT, 'node_modules', 'prettier', 'bin', 'prettier.cjs'), '--check', '.')],
  ['wire types are those of the contract', () => fresh('generate-wire.ts')],
  ['forms are those of the specification', () => fresh('convert-forms.ts')],
  ['wx APIs: used = in the browser host = stubbed in jest', () => fresh('wx-apis.ts')],
  ['types', () => command(TSX, join('scripts', 'types.ts'))],
  ['lint', () => command(join(ROOT, 'node_modules', 'eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0')],
  [
    'build',
    async () => {
      await buildNpmPackages()
      const built = await buildCloudfunctions({ outDir: DIST_FUNCTIONS })
      for (const f of built) console.log(`     ${sizesText(f)}`)
      return built.filter((f) => !existsSync(join(DIST_FUNCTIONS, f.name, 'config.json'))).map((f) => f.name)
    },
  ],
  ['compile for upload, package sizes', compileMiniprogram],
  [
    'packed npm files load without Node, Intl and BigInt',
    () => filesThatDoNotLoad((file) => compiled === undefined || `miniprogram_npm/${file}` in compiled.files),
  ],
]

/** `npm run check`: everything but the tests. Each step prints ok or its complaints; exits 1 when one complains. */
async function main(): Promise<void> {
  let failed = 0
  for (const [name, run] of STEPS) {
    const complaints = await Promise.resolve()
      .then(run)
      .catch((error: unknown) => [error instanceof Error ? error.message : String(error)])
    console.log(`${complaints.length ? 'FAIL' : 'ok  '} ${name}`)
    for (const complaint of complaints) console.log(complaint)
    if (complaints.length) failed += 1
  }
  if (failed) process.exitCode = 1
}

void main()
