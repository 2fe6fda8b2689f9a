import { type Result } from './run'

/** The table that people read: one line a row, then the line that counts. */
export function reportText(url: string, results: readonly Result[]): string {
  const lines = results.map(({ no, operationId, verdict, reason, ms }) => {
    const words = reason === '' ? verdict : `${verdict}: ${reason}`
    return `${String(no).padStart(3)}  ${operationId.padEnd(28)}  ${String(ms).padStart(6)} ms  ${words}`
  })
  const count = (verdict: Result['verdict']): number => results.filter((it) => it.verdict === verdict).length
  const skipped = count('skipped')
  const sum = `${count('passed')} passed, ${count('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  return [url, ...lines, sum].join('\n')
}
