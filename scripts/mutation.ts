import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildCloudfunctions } from './build/cloudfunctions'
import { ROOT } from './build/paths'
import { PARTS, PROMISED } from './mutation/parts'
import { judgeReport, type StrykerReport } from './mutation/report'

/**
 * `npm run mutation [-- part …]`: puts small faults into the parts that must never be wrong in silence, one at a time, and
 * counts how many no test notices. Exits 1 when a part's score is below the promise, or a listed equivalent is stale.
 */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => !(name in PARTS))
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`)
  const folder = mkdtempSync(join(tmpdir(), 'tjgx-mutation-'))
  process.env['FUNCTION_BUNDLES'] = join(folder, 'functions')
  await buildCloudfunctions({ outDir: process.env['FUNCTION_BUNDLES'] })
  let failed = 0
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const startedAt = Date.now()
    const report = run(part.mutate, part.tests, join(folder, name))
    const { score, noticed, all, survivors, stale } = judgeReport(report)
    const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1)
    const holds = score >= PROMISED && stale.length === 0
    if (!holds) failed += 1
    console.log(`${holds ? 'holds' : 'FAILS'}  ${name}: ${score.toFixed(1)} % (${noticed} of ${all}, ${minutes} min)`)
    for (const survivor of survivors) console.log(`  not noticed: ${survivor}`)
    for (const id of stale) console.log(`  listed as equivalent, but noticed or gone: ${id}`)
  }
  rmSync(folder, { recursive: true })
  process.exit(failed ? 1 : 0)
}

function run(mutate: readonly string[], tests: readonly string[], folder: string): StrykerReport {
  mkdirSync(folder, { recursive: true })
  const [settings, fileName] = [join(folder, 'stryker.json'), join(folder, 'report.json')]
  const config = {
    mutate,
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    jest: { configFile: 'jest.mutation.config.js', enableFindRelatedTests: false },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    reporters: ['json'],
    jsonReporter: { fileName },
    tempDirName: '.data/mutation',
    ignorePatterns: ['.data', 'dist', 'coverage'],
    logLevel: 'warn',
    timeoutMS: 20_000,
  }
  writeFileSync(settings, JSON.stringify(config))
  const stryker = join(dirname(require.resolve('@stryker-mutator/core/package.json')), 'bin', 'stryker.js')
  const env = { ...process.env, MUTATION_TESTS: tests.join(','), LEDGER_RUNS: '120' }
  const { status } = spawnSync(process.execPath, [stryker, 'run', settings], { cwd: ROOT, env, stdio: 'inherit' })
  if (status !== 0) throw new Error(`stryker ended with ${status}`)
  return JSON.parse(readFileSync(fileName, 'utf8')) as StrykerReport
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
