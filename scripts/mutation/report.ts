import equivalents from './equivalents.json'

/** The part of Stryker's JSON report that is read here. */
export interface StrykerReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>
}

interface Mutant {
  readonly mutatorName: string
  readonly replacement?: string
  readonly status: 'Killed' | 'Survived' | 'NoCoverage' | 'Timeout' | 'CompileError' | 'RuntimeError' | 'Ignored'
  readonly location: { readonly start: { readonly line: number; readonly column: number } }
}

/** A fault that changes nothing that anybody could notice, and why. */
export interface Equivalent {
  readonly file: string
  /** The line as it stands in the source, without indentation. */
  readonly line: string
  readonly mutator: string
  readonly replacement: string
  readonly reason: string
}

export interface Judged {
  /** Percent of the faults that can be noticed. */
  readonly score: number
  readonly noticed: number
  readonly all: number
  /** Faults that no test noticed and that nobody has called equivalent. */
  readonly survivors: readonly string[]
  /** Listed equivalents that were noticed after all, or whose line is gone. */
  readonly stale: readonly string[]
}

const key = (it: Omit<Equivalent, 'reason'>): string => [it.file, it.line, it.mutator, it.replacement].join(' | ')

/** Judges a report against the listed equivalents. @param files those that were changed, for the stale ones */
export function judgeReport(report: StrykerReport, listed: readonly Equivalent[] = equivalents): Judged {
  const known = new Set(listed.map(key))
  const seen = new Set<string>()
  const survivors: string[] = []
  let [noticed, all] = [0, 0]
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    const lines = source.split('\n')
    for (const { status, mutatorName: mutator, replacement = '', location } of mutants) {
      if (status === 'Ignored' || status === 'CompileError') continue
      const id = key({ file, line: (lines[location.start.line - 1] ?? '').trim(), mutator, replacement })
      const isNoticed = status === 'Killed' || status === 'Timeout' || status === 'RuntimeError'
      if (!isNoticed && known.has(id)) {
        seen.add(id)
        continue
      }
      all += 1
      if (isNoticed) noticed += 1
      else survivors.push(`${file}:${location.start.line}:${location.start.column} ${mutator}: ${id}`)
    }
  }
  const ours = listed.filter(({ file }) => file in report.files).map(key)
  return {
    score: all === 0 ? 100 : (100 * noticed) / all,
    noticed,
    all,
    survivors,
    stale: ours.filter((id) => !seen.has(id)),
  }
}
