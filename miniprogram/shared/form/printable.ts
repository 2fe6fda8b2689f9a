import { isUsualText } from './characters'
import { PRINTABLE_RUNS } from './printable.generated'

const NONE: readonly string[] = []

let runs: readonly (readonly [first: number, last: number])[] | undefined

function printableRuns(): readonly (readonly [number, number])[] {
  let end = 0
  runs ??= PRINTABLE_RUNS.split(' ').map((run) => {
    const [distance = '', length = ''] = run.split('-')
    const first = end + parseInt(distance, 36)
    end = first + parseInt(length, 36)
    return [first, end] as const
  })
  return runs
}

const isPrintable = (code: number): boolean => printableRuns().some(([first, last]) => code >= first && code <= last)

/** The characters that the fonts of print do not have, each once: Korean or Arabic letters, Chinese ones of the newest extensions. */
export function unprintableIn(text: string): readonly string[] {
  // The fonts have all of it (a test looks).
  if (isUsualText(text)) return NONE
  const missing = Array.from(text).filter((character) => {
    const code = character.codePointAt(0) ?? 0
    return character !== '\t' && character !== '\n' && !isPrintable(code)
  })
  return [...new Set(missing)]
}
