import { TextDecoder } from 'node:util'
import { type Parser } from 'saxen'
import { refuse } from '../refuse'
import { BROKEN } from '../inspect'
import { ENTITIES } from './words'

export type Attributes = Readonly<Record<string, string>>

/** What is told of an XML part: tags by their local names, and text. */
export interface XmlListener {
  open(name: string, attributes: () => Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/** A picture may stand in one attribute as text; looking for the end of anything longer takes too long. */
const LONGEST_SILENCE = 4 * 1024 * 1024
/** saxen looks through an unfinished tag anew with each piece: the next one is twice as long. */
const PIECE = 256 * 1024
const DEEPEST = 1000

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML as it comes, piece by piece. Office writes neither a DOCTYPE nor entities of its own: such a part throws
 * FILE_REFUSED, as does one that is not well-formed.
 */
export class XmlPart {
  private readonly decoder: TextDecoder
  private waiting = ''
  private silence = 0
  private piece = PIECE
  private depth = 0

  private constructor(
    private readonly parser: Parser,
    encoding: string,
    listener: XmlListener,
    decode: (text: string) => string,
  ) {
    this.decoder = new TextDecoder(encoding)
    this.parser
      .on('openTag', (name, attributes) => {
        this.silence = 0
        this.depth += 1
        if (this.depth > DEEPEST) throw refuse(BROKEN)
        listener.open(localName(name), () => decoded(attributes() || {}, decode))
      })
      .on('closeTag', (name) => {
        this.silence = 0
        this.depth -= 1
        listener.close?.(localName(name))
      })
      .on('text', (text) => {
        this.silence = 0
        listener.text?.(decode(text))
      })
      .on('cdata', (text) => listener.text?.(text))
      .on('attention', () => {
        throw refuse(ENTITIES)
      })
  }

  /** @param head first bytes of the part, which tell its encoding */
  static async begin(head: Buffer, listener: XmlListener): Promise<XmlPart> {
    const saxen = await import('saxen')
    return new XmlPart(new saxen.Parser(), encodingOf(head), listener, saxen.decode)
  }

  write(bytes: Buffer): void {
    this.waiting += this.decoder.decode(bytes, { stream: true })
    if (this.waiting.length >= this.piece) this.flush()
  }

  end(): void {
    this.flush()
    this.attempt(() => this.parser.end())
  }

  private flush(): void {
    const xml = this.waiting
    this.waiting = ''
    this.silence += xml.length
    if (this.silence > LONGEST_SILENCE * 2) throw refuse(BROKEN)
    this.attempt(() => this.parser.write(xml))
    this.piece = Math.max(PIECE, this.silence)
  }

  private attempt(parse: () => unknown): void {
    try {
      parse()
    } catch (error) {
      throw error instanceof SyntaxError || !(error instanceof Error) || error.name !== 'AppError'
        ? refuse(BROKEN)
        : error
    }
  }
}

const UTF16: Readonly<Record<string, string>> = {
  fffe: 'utf-16le',
  '3c00': 'utf-16le',
  feff: 'utf-16be',
  '003c': 'utf-16be',
}

/** By its first two bytes (XML 1.0, appendix F): UTF-8 unless they say something else. */
const encodingOf = (head: Buffer): string => UTF16[head.toString('hex', 0, 2)] ?? 'utf-8'

const looksLikeXml = /^(\ufeff)?\s*</

/** Is a part XML, whatever its name says? */
export const isXml = (head: Buffer): boolean => looksLikeXml.test(new TextDecoder(encodingOf(head)).decode(head))

function decoded(attributes: Record<string, string>, decode: (text: string) => string): Attributes {
  for (const [name, value] of Object.entries(attributes)) if (value.includes('&')) attributes[name] = decode(value)
  return attributes
}
