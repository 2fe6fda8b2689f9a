import type { AnswerValue } from '../../../shared/form/index'

/** Are two answers the same, whatever the order of keys in a row or a range? Empty is null. */
export function sameAnswer(a: AnswerValue, b: AnswerValue): boolean {
  return a === b || stable(a) === stable(b)
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${stable(inner)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}
