import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SliceResult } from './part'

/** One finished slice, as a line of `.torture/results.jsonl`. */
export interface ResultLine extends SliceResult {
  readonly part: string
  readonly seed: number
  readonly from: number
  /** Of the code that ran; with a + when it was not committed. */
  readonly commit: string
  readonly seconds: number
}

const ROOT = join(__dirname, '..', '..')
const FOLDER = join(ROOT, '.torture')
const FILE = join(FOLDER, 'results.jsonl')
const MOST_FAILURES = 20

/** The commit of the code here, `-` outside of a git checkout. */
export function commitOfCode(): string {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    return `${git('rev-parse', '--short=10', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') ? '+' : ''}`
  } catch {
    return '-'
  }
}

/** All slices that were finished on this machine, oldest first. */
export function readResults(): readonly ResultLine[] {
  if (!existsSync(FILE)) return []
  const lines = readFileSync(FILE, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as ResultLine)
}

/** Written down at once: a run that is broken off loses its last slice only. */
export function addResult(line: ResultLine): void {
  mkdirSync(FOLDER, { recursive: true })
  appendFileSync(FILE, `${JSON.stringify({ ...line, failures: line.failures.slice(0, MOST_FAILURES) })}\n`)
}

/** Where a part goes on: behind the last index that was finished under this seed. */
export const nextIndex = (results: readonly ResultLine[], part: string, seed: number): number =>
  results
    .filter((line) => line.part === part && line.seed === seed)
    .reduce((next, { from, done }) => Math.max(next, from + done), 0)
