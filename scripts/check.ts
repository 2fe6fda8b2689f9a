import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { holidayWarning } from '../cloudfunctions/calendar/holiday-notice'
import { toBeijingDate } from '../miniprogram/shared/domain/time'
import { buildCloudfunctions, sizesText } from './build/cloudfunctions'
import { buildNpmPackages } from './build/npm-packages'
import { DIST_FUNCTIONS, ROOT } from './build/paths'
import { filesThatDoNotLoad } from './check/bare-context'
import { compileForUpload, type CompiledPackage } from './check/compiled-package'
import { oversize, packageSizes, sizeLines } from './check/package-sizes'

type Step = readonly [name: string, run: () => Promise<string[]> | string[]]

const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs')

/** Runs a command; its whole output is the complaint when it fails. */
const command = (...args: string[]): Promise<string[]> =>
  new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: ROOT, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      resolve(error ? [`${stdout}${stderr}`.trim() || error.message] : [])
    })
  })

/** A generator with `--check`: complains when what it would write differs from what is committed. */
const fresh = (script: string): Promise<string[]> => command(TSX, join('scripts', script), '--check')

let compiled: CompiledPackage | undefined

/** Compiles for upload with WeChat's compiler and reports the packages' sizes. */
function compileMiniprogram(): string[] {
  compiled = compileForUpload()
  const sizes = packageSizes(compiled.files)
  for (const line of sizeLines(sizes)) console.log(`     ${line}`)
  return [
    ...compiled.skipped,
    ...oversize(sizes),
    ...compiled.sandboxFiles.map((file) => `${file} carries the sandbox into an upload build`),
  ]
}

/** Processes of their own, the longest first. */
const COMMANDS: readonly Step[] = [
  ['types', () => command(TSX, join('scripts', 'types.ts'))],
  ['lint', () => command(join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint'))],
  ['format', () => command(join(ROOT, 'node_modules', 'prettier', 'bin', 'prettier.cjs'), '--check', '.')],
  [
    'no file, export or package that nobody uses',
    () => command(join(ROOT, 'node_modules', 'knip', 'bin', 'knip.js'), '--no-progress'),
  ],
  ['what lists the field types lists those of fields/', () => fresh('field-types.ts')],
  ['wire types are those of the contract', () => fresh('generate-wire.ts')],
  ['the folders of the matters are sound, their table is current', () => fresh('matters.ts')],
  ['what is told to be printable is what the fonts have', () => fresh('print-coverage.ts')],
  ['icons are those of their package', () => fresh('icons.ts')],
  ['statutory days off are those of the law', () => fresh('statutory-days.ts')],
  ['docs/matters.md says what the matters, forms and parameters say', () => fresh('matters-doc.ts')],
  ['the READMEs say the figures of bench/figures.json', () => command(TSX, join('bench', 'readme.ts'), '--check')],
  ['docs/functions.md is that of the sources', () => fresh('functions-doc.ts')],
  ['docs/data.md says what stores/retention.ts says', () => fresh('data-doc.ts')],
  ['wx APIs: used = in the browser host = stubbed in jest', () => fresh('wx-apis.ts')],
]
/** As many as a small machine has cores. */
const AT_ONCE = 2

/** One after another: each stands on what the one before has built. */
const BUILDS: readonly Step[] = [
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

/** Prints ok or the complaints; false when there are some. */
async function passes([name, run]: Step): Promise<boolean> {
  const complaints = await Promise.resolve()
    .then(run)
    .catch((error: unknown) => [error instanceof Error ? error.message : String(error)])
  console.log(`${complaints.length ? 'FAIL' : 'ok  '} ${name}`)
  for (const complaint of complaints) console.log(complaint)
  return complaints.length === 0
}

/** `npm run check`: everything but the tests. Exits 1 when a step complains; a warning is no complaint. */
async function main(): Promise<void> {
  const verdicts: boolean[] = []
  const waiting = [...COMMANDS]
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) verdicts.push(await passes(step))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  for (const step of BUILDS) verdicts.push(await passes(step))
  const warning = holidayWarning(toBeijingDate(Date.now()))
  if (warning !== undefined) console.log(`warn ${warning}`)
  if (verdicts.includes(false)) process.exitCode = 1
}

void main()
