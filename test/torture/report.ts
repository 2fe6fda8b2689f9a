import type { Part } from './part'
import type { ResultLine } from './results'

interface Check {
  readonly text: string
  readonly holds: boolean
}

const grouped = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 })

/** The figures of a part, each with its target. @param commit of the code as it is now: what ran on other code is marked */
export function checksOf(part: Part, results: readonly ResultLine[], commit: string): readonly Check[] {
  const lines = results.filter((line) => line.part === part.name)
  const done = lines.reduce((sum, line) => sum + line.done, 0)
  const older = [...new Set(lines.map((line) => line.commit))].filter((each) => each !== commit)
  const mark = older.length > 0 ? `  [of other code, too: ${older.join(', ')}]` : ''
  const check = (name: string, measured: number, target: string, holds: boolean): Check => ({
    text: `${part.name}: ${name} ${grouped(measured)} (target ${target})${mark}`,
    holds,
  })
  const reached = check(part.unit, done, grouped(part.target), done >= part.target)
  const bounds = Object.entries(part.bounds).map(([name, { most, combine }]) => {
    const values = lines.flatMap(({ figures }) => figures[name] ?? [])
    const value = combine === 'largest' ? Math.max(0, ...values) : values.reduce((sum, each) => sum + each, 0)
    return check(name, value, most === 0 ? '0' : `<= ${grouped(most)}`, values.length > 0 && value <= most)
  })
  return [reached, ...bounds]
}

/** A table of all parts, their failures, and as its last line `N passed, N failed`. */
export function reportOf(parts: readonly Part[], results: readonly ResultLine[], commit: string) {
  const checks = parts.flatMap((part) => checksOf(part, results, commit))
  const own = results.filter(({ part }) => parts.some(({ name }) => name === part))
  const failures = own.flatMap(({ part, seed, from, failures: those }) =>
    those.map((failure) => `${part}, seed ${seed}, from ${from}: ${failure}`),
  )
  const failed = checks.filter(({ holds }) => !holds).length
  const table = checks.map(({ text, holds }) => `${holds ? 'holds' : 'FAILS'}  ${text}`)
  return { lines: [...table, ...failures, `${checks.length - failed} passed, ${failed} failed`], failed }
}
