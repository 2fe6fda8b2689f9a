/** A backslash with what it stands for: a code, an end of line that is none, or a letter (ISO 32000-1, table 3). */
const ESCAPED = /\\(?:([0-7]{1,3})|(\r\n|\r|\n)|([\s\S]))/g

const MEANT: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const unescaped = (text: string): string =>
  text.replace(ESCAPED, (_, octal: string | undefined, _lineEnd: string | undefined, letter: string | undefined) => {
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 255)
    return letter === undefined ? '' : (MEANT[letter] ?? letter)
  })

interface ReadString {
  readonly bytes: Buffer
  /** Behind the closing bracket; the end of everything when there is none. */
  readonly next: number
}

/** A string in parentheses, which may nest. @param start behind the opening one */
export function readText(source: Buffer, start: number): ReadString {
  let open = 1
  let at = start
  for (; at < source.length; at += 1) {
    const code = source[at]
    if (code === 0x5c) at += 1
    else if (code === 0x28) open += 1
    else if (code === 0x29 && (open -= 1) === 0) break
  }
  const bytes = source.subarray(start, at)
  const plain = bytes.includes(0x5c) ? Buffer.from(unescaped(bytes.toString('latin1')), 'latin1') : Buffer.from(bytes)
  return { bytes: plain, next: Math.min(at + 1, source.length) }
}

/** A string of hexadecimal digits; an odd one has a zero behind it. @param start behind the opening bracket */
export function readHex(source: Buffer, start: number): ReadString {
  const end = source.indexOf('>', start)
  const digits = source.toString('latin1', start, end < 0 ? source.length : end).replace(/[^0-9A-Fa-f]/g, '')
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
  return { bytes, next: end < 0 ? source.length : end + 1 }
}
