import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
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
 * `npm test [-- jest arguments]`: bundles the functions and the pages, runs jest over all three projects, and ends with the line `N passed, N failed`. A test file that cannot run counts as a failure.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tjgx-jest-'))
  const [bundles, pages] = [join(folder, 'functions'), join(folder, 'pages')]
  // Once for all test files: each would otherwise bundle the same again.
  await buildNpmPackages()
  await buildCloudfunctions({ outDir: bundles })
  await buildBrowserHost({ miniprogramRoot: MINIPROGRAM, outDir: pages })
  const reportFile = join(folder, 'report.json')
  const run = spawnSync(
    process.execPath,
    [require.resolve('jest/bin/jest'), '--json', `--outputFile=${reportFile}`, ...process.argv.slice(2)],
    // The JSON goes to the file and to stdout; the readable report goes to stderr.
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env: environment(bundles, pages) },
  )
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport
  rmSync(folder, { recursive: true })
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  const skipped = report.numPendingTests ? `, ${report.numPendingTests} skipped` : ''
  console.log(`${report.numPassedTests} passed, ${failed} failed${skipped}`)
  process.exitCode = run.status === 0 && failed === 0 && report.numPassedTests > 0 ? 0 : 1
}

main().catch((error: unknown) => {
  console.error(error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
})
