/** Names come without their prefix: some programs write `<x:row>`, others `<row>`. */
export interface XmlReader {
  open(name: string, attributes: () => Attributes): void
  close?(name: string): void
  text?(text: string): void
}

export type Attributes = Readonly<Record<string, string | undefined>>

/** A yes or no of an attribute. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

const PIECE = 64 * 1024
/** Pieces without the end of one tag or text: the longest text of a cell takes 3, and looking for the end takes long. */
const MOST_SILENT_PIECES = 4
/** A workbook's parts are flat. */
const DEEPEST = 100

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Tells what is in an XML part of a workbook, piece by piece, so that its size hardly matters. Entities other than XML's
 * own five are not resolved, and a DOCTYPE, which no workbook may have, is an error. Throws for what is not well-formed.
 */
export async function readXml(bytes: Buffer, reader: XmlReader): Promise<void> {
  const { Parser, decode } = await import('saxen')
  let told = 0
  let depth = 0
  const text = (content: string): void => {
    told += 1
    reader.text?.(content)
  }
  const parser = new Parser()
    .on('openTag', (name, attributes) => {
      told += 1
      depth += 1
      if (depth > DEEPEST) throw new Error('tags in tags')
      reader.open(localName(name), () => decoded(attributes() || {}, decode))
    })
    .on('closeTag', (name) => {
      told += 1
      depth -= 1
      reader.close?.(localName(name))
    })
    .on('text', (content) => text(decode(content)))
    .on('cdata', text)
    .on('attention', () => {
      throw new Error('a workbook has no DOCTYPE')
    })
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let silent = 0
  for (let at = 0; at < bytes.length; at += PIECE) {
    const before = told
    parser.write(utf8.decode(bytes.subarray(at, at + PIECE), { stream: true }))
    silent = told === before ? silent + 1 : 0
    if (silent === MOST_SILENT_PIECES) throw new Error('a tag or text is too long')
  }
  parser.end()
}

/** In place: the object is this tag's own, and there may be a million of them. */
function decoded(attributes: Record<string, string>, decode: (text: string) => string): Attributes {
  for (const [name, value] of Object.entries(attributes)) if (value.includes('&')) attributes[name] = decode(value)
  return attributes
}
