import { readHex, readText } from './strings'

/** An object of another place. */
interface PdfRef {
  readonly ref: number
}

export type PdfDict = ReadonlyMap<string, PdfValue>

/** A name is a string (with its codes resolved, without the slash), a string is its bytes, a word of no meaning is null. */
export type PdfValue = null | boolean | number | string | Buffer | PdfRef | readonly PdfValue[] | PdfDict

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map
export const isRef = (value: PdfValue | undefined): value is PdfRef =>
  typeof value === 'object' && value !== null && 'ref' in value

/** What was read, and where its last byte's follower is. */
interface PdfRead {
  readonly value: PdfValue
  readonly next: number
  /** The bytes ended before the object did. */
  readonly cut: boolean
}

/** Bytes of white space, and those that end a word (ISO 32000-1, 7.2.2). */
const SPACE = bytesIn('\0\t\n\f\r ')
const DELIMITER = bytesIn('()<>[]{}/%')
const DEEPEST = 200

function bytesIn(text: string): readonly boolean[] {
  return Array.from({ length: 256 }, (_, code) => text.includes(String.fromCharCode(code)))
}

const isRegular = (code: number | undefined): code is number =>
  code !== undefined && SPACE[code] !== true && DELIMITER[code] !== true

/** An object nests deeper than any program writes. */
class TooDeep extends Error {}

/**
 * One object at a place, read as forgivingly as the readers do that people have: what is missing at its end is taken as
 * closed, what does not belong is skipped. Throws TooDeep.
 */
export function readPdfObject(bytes: Buffer, start: number): PdfRead {
  return new Reader(bytes, start).object()
}

const CLOSE_ARRAY = Symbol('array ends')
const CLOSE_DICT = Symbol('dictionary ends')
const END = Symbol('object ends')
const REF = Symbol('reference')
const SKIP = Symbol('belongs nowhere')

type Token = PdfValue | typeof CLOSE_ARRAY | typeof CLOSE_DICT | typeof END | typeof REF | typeof SKIP

/** Words that end an object even where brackets are still open. */
const ENDS: readonly string[] = ['endobj', 'stream', 'obj', 'xref', 'trailer', 'startxref']

class Reader {
  private at: number
  private cut = false

  constructor(
    private readonly bytes: Buffer,
    start: number,
  ) {
    this.at = start
  }

  object(): PdfRead {
    const [value = null] = this.items(0, true)
    return { value, next: this.at, cut: this.cut }
  }

  /** The values up to the closing token; `single`: the first one that is complete. */
  private items(depth: number, single = false): PdfValue[] {
    if (depth > DEEPEST) throw new TooDeep('pdf')
    const items: PdfValue[] = []
    for (;;) {
      const before = this.at
      const token = this.token(depth)
      if (token === END) {
        // Who is inside of brackets has to see the end as well.
        this.at = before
        return items
      }
      if (token === REF) items.push({ ref: numberOf(items.splice(-2)[0]) })
      else if (token === CLOSE_ARRAY || token === CLOSE_DICT) {
        if (!single) return items
      } else if (token !== SKIP) items.push(token)
      // A number at the top may be all, or the begin of a reference: nothing here asks for either.
      if (single && items.length > 0) return items
    }
  }

  private token(depth: number): Token {
    this.skipBlank()
    const code = this.bytes[this.at]
    if (code === undefined) {
      this.cut = true
      return END
    }
    if (isRegular(code)) return this.word()
    this.at += 1
    const doubled = this.bytes[this.at] === code
    switch (String.fromCharCode(code)) {
      case '/':
        return this.name()
      case '(':
        return this.string(readText)
      case '[':
        return this.items(depth + 1)
      case ']':
        return CLOSE_ARRAY
      case '<':
        if (!doubled) return this.string(readHex)
        this.at += 1
        return dictOf(this.items(depth + 1))
      case '>':
        if (doubled) this.at += 1
        return doubled ? CLOSE_DICT : SKIP
      default:
        return SKIP
    }
  }

  private skipBlank(): void {
    for (;;) {
      const code = this.bytes[this.at]
      if (code === 0x25) this.skipComment()
      else if (code !== undefined && SPACE[code] === true) this.at += 1
      else return
    }
  }

  private skipComment(): void {
    while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1
  }

  private regular(): string {
    const start = this.at
    while (isRegular(this.bytes[this.at])) this.at += 1
    if (this.at === this.bytes.length) this.cut = true
    return this.bytes.toString('latin1', start, this.at)
  }

  private word(): Token {
    const word = this.regular()
    if (/^[+-]?[\d.]+$/.test(word)) return Number(word)
    if (word === 'R') return REF
    if (ENDS.includes(word)) return END
    return word === 'true' || word === 'false' ? word === 'true' : null
  }

  private name(): string {
    return this.regular().replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  }

  private string(read: typeof readText): Buffer {
    const { bytes, next } = read(this.bytes, this.at)
    if (next === this.bytes.length) this.cut = true
    this.at = next
    return bytes
  }
}

const numberOf = (value: PdfValue | undefined): number => (typeof value === 'number' ? value : -1)

/** Keys are names; what stands where a key should be is skipped, as readers do. Of a key that stands twice both count. */
function dictOf(items: readonly PdfValue[]): PdfDict {
  const dict = new Map<string, PdfValue>()
  for (let i = 0; i < items.length; i += 1) {
    const key = items[i]
    if (typeof key !== 'string') continue
    const value = items[(i += 1)] ?? null
    const first = dict.get(key)
    dict.set(key, first === undefined ? value : [first, value])
  }
  return dict
}
