import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildBrowserHost } from '../sandbox/wechat'
import { buildCloudfunctions } from './build/cloudfunctions'
import { buildNpmPackages } from './build/npm-packages'
import { MINIPROGRAM, ROOT } from './build/paths'

/** The part of jest's JSON report that is read here. */
interface JestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  /** Test files that could not run at all. */
  readonly numRuntimeErrorTestSuites: number
}

/** The project `long` is there only for who asks for it: its journeys in Chromium take half an hour. */
function environment(bundles: string, pages: string): NodeJS.ProcessEnv {
  const own = { ...process.env, FUNCTION_BUNDLES: bundles, BROWSER_PAGES: pages }
  return process.argv.includes('long') ? { ...own, LONG_TESTS: '1' } : own
}

/**
 * The projects that run side by side, with how many files at once. Pages in Chromium need both cores: two at once are in
 * each other's way. Functions and the sandbox wait for time limits and slow answers.
 */
const LANES = [
  { projects: ['browser'], workers: 1 },
  { projects: ['node', 'mini'], workers: 2 },
] as const

/** Runs jest with these arguments. The JSON goes to a file and to stdout; the readable report goes to stderr. */
async function jest(reportFile: string, given: readonly string[], env: NodeJS.ProcessEnv): Promise<JestReport | null> {
  const own = ['--json', `--outputFile=${reportFile}`]
  const run = spawn(process.execPath, [require.resolve('jest/bin/jest'), ...own, ...given], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  await once(run, 'close')
  const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport) : null
  return run.exitCode === 0 || (report && failuresOf(report) > 0) ? report : null
}

const failuresOf = ({ numFailedTests, numRuntimeErrorTestSuites }: JestReport): number =>
  numFailedTests + numRuntimeErrorTestSuites

/**
 * `npm test [-- jest arguments]`: bundles the functions and the pages, runs jest over all three projects, and ends with the line `N passed, N failed`. A test file that cannot run, and a run that ends without a report, count as a failure.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tjgx-jest-'))
  const [bundles, pages] = [join(folder, 'functions'), join(folder, 'pages')]
  // Once for all test files: each would otherwise bundle the same again.
  await buildNpmPackages()
  await buildCloudfunctions({ outDir: bundles })
  await buildBrowserHost({ miniprogramRoot: MINIPROGRAM, outDir: pages })
  const given = process.argv.slice(2)
  const env = environment(bundles, pages)
  const runs = given.includes('--selectProjects')
    ? [given]
    : LANES.map(({ projects, workers }) => [
        ...[`--maxWorkers=${workers}`, '--passWithNoTests', ...given],
        ...['--selectProjects', ...projects],
      ])
  const reports = await Promise.all(runs.map((run, at) => jest(join(folder, `report-${at}.json`), run, env)))
  rmSync(folder, { recursive: true })
  const sum = (count: (report: JestReport) => number): number =>
    reports.reduce((total, report) => total + (report ? count(report) : 0), 0)
  const passed = sum(({ numPassedTests }) => numPassedTests)
  const failed = sum(failuresOf) + reports.filter((report) => report === null).length
  const skipped = sum(({ numPendingTests }) => numPendingTests)
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}

main().catch((error: unknown) => {
  console.error(error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
})
