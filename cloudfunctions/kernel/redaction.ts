/**
 * What must never reach a log: ID numbers, organisation codes, phones, tokens, openids. Applied to every text that is
 * logged, on a copy, because a foreign error message may quote what was sent.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:ut|rt)\.[A-Za-z0-9._-]{6,}/g, '[token]'],
  [/\b(?:Bearer\s+)[A-Za-z0-9._~+/-]+=*/gi, 'Bearer [token]'],
  [/v(?:1|2\.[a-z0-9]+\.[a-z0-9-]+)\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+/g, '[sealed]'],
  [/\b(?:o[A-Za-z0-9_-]{27}|sandbox-openid-[a-z0-9-]{1,32})(?![A-Za-z0-9_-])/g, '[openid]'],
  [/(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])/g, '[id-number]'],
  [/(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])/g, '[uscc]'],
  [/(?<!\d)1[3-9]\d{9}(?!\d)/g, '[phone]'],
  [/[0-9a-f]{64,}/gi, '[hex]'],
]

/** Returns the text with everything personal or secret replaced by its kind, e.g. `[phone]`; at most 500 characters. */
export function redact(text: string): string {
  const clean = PATTERNS.reduce((result, [pattern, name]) => result.replace(pattern, name), text)
  return clean.length > 500 ? `${clean.slice(0, 500)}…` : clean
}
