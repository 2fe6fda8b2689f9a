/** More are counted, not listed. */
const MOST_SPANS = 8

/** `第 3、5–7 行`, for numbers in order. */
export function rowsText(numbers: readonly number[]): string {
  const spans: { first: number; last: number }[] = []
  for (const number of numbers) {
    const span = spans.at(-1)
    if (span && number <= span.last + 1) span.last = number
    else spans.push({ first: number, last: number })
  }
  const listed = spans.slice(0, MOST_SPANS).map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`))
  return `第 ${listed.join('、')} 行${spans.length > MOST_SPANS ? `等 ${numbers.length} 行` : ''}`
}
