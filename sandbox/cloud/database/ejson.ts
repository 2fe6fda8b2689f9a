import { BSONRegExp, EJSON } from 'bson'

/** A stored document, or a query, update or stage in MongoDB's language. */
export type Document = Record<string, unknown>

const isPlainObject = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value) as null)

/** What the SDK sends for db.serverDate({offset}): milliseconds from the server's now. */
function serverDate(value: Document): Date | undefined {
  const mark = value.$tcb_server_date
  if (!isPlainObject(mark)) return undefined
  return new Date(Date.now() + Number(mark.offset ?? 0))
}

/** Replaces what only the wire knows: BSON regular expressions, and server dates. */
function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive)
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options.replace(/[^gimsuy]/g, ''))
  if (!isPlainObject(value)) return value
  return (
    serverDate(value) ??
    Object.fromEntries(Object.entries(value).map(([key, entry]): [string, unknown] => [key, revive(entry)]))
  )
}

/** Parses EJSON that the SDK sent, any value. Throws a SyntaxError for broken text. */
export const decodeValue = (text: string): unknown => revive(EJSON.parse(text))

/** Parses an EJSON object that the SDK sent; nothing means the empty one. */
export function decode(text: string | null | undefined): Document {
  if (!text) return {}
  const value = decodeValue(text)
  if (!isPlainObject(value)) throw new SyntaxError('an EJSON object is expected')
  return value
}

/** Canonical EJSON: keeps int, long, double, date and binary apart. */
export const encode = (document: Document): string => EJSON.stringify(document, { relaxed: false })

/** A document as it was stored. */
export const fromStored = (text: string): Document => EJSON.parse(text) as Document

/** A deep copy that keeps BSON types. */
export const copy = (document: Document): Document => fromStored(encode(document))

/** The text under which a document is kept: ids may be strings or numbers, and "1" is not 1. */
export const idKey = (id: unknown): string => (typeof id === 'string' ? id : `#${EJSON.stringify(id as object)}`)
