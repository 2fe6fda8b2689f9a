import type { AnswerValue } from './answers'

/** Are two answers the same, whatever the order of keys in a row or a range? Empty is null. */
export function sameAnswer(a: AnswerValue, b: AnswerValue): boolean {
  return a === b || stable(a) === stable(b)
}

/**
 * A short fingerprint of an answer, equal for the same answers: tells whether a large value changed without keeping it.
 * Two 32-bit FNV-1a hashes and the length; not for secrets.
 */
export function answerDigest(value: AnswerValue): string {
  const text = stable(value)
  let [one, two] = [0x811c9dc5, 0x01000193]
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ (code + i), 0x85ebca6b)
  }
  return `${text.length}-${(one >>> 0).toString(36)}-${(two >>> 0).toString(36)}`
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${stable(inner)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}
