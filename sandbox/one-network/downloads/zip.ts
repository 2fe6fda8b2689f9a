import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** With forward slashes. */
  readonly name: string
  readonly bytes: Buffer
}

/** 1980-01-01 00:00, the first day that a zip can name: the same content gives the same bytes, so the same digest. */
const DOS_DATE = 0x21
const VERSION = 20
/** Names are UTF-8. */
const UTF8_NAMES = 0x0800
const DEFLATE = 8

interface Packed {
  readonly name: Buffer
  readonly content: Buffer
  /** What the local header and the central directory say alike. */
  readonly facts: Buffer
  readonly offset: number
}

function factsOf({ bytes }: ZipEntry, name: Buffer, content: Buffer): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(VERSION, 0)
  facts.writeUInt16LE(UTF8_NAMES, 2)
  facts.writeUInt16LE(DEFLATE, 4)
  facts.writeUInt16LE(DOS_DATE, 8)
  facts.writeUInt32LE(crc32(bytes), 10)
  facts.writeUInt32LE(content.length, 14)
  facts.writeUInt32LE(bytes.length, 18)
  facts.writeUInt16LE(name.length, 22)
  return facts
}

/** PK, then the record's kind. */
const mark = (kind: number): Buffer => Buffer.from([0x50, 0x4b, kind, kind + 1])

function centralRecord({ name, facts, offset }: Packed): Buffer {
  const place = Buffer.alloc(14)
  place.writeUInt32LE(offset, 10)
  return Buffer.concat([mark(1), Buffer.from([VERSION, 0]), facts, place, name])
}

/** A zip file (PKWARE APPNOTE 4.3), small enough to be in memory: no ZIP64. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  let offset = 0
  const packed = entries.map((entry): Packed => {
    const name = Buffer.from(entry.name, 'utf8')
    const content = deflateRawSync(entry.bytes)
    const here = { name, content, facts: factsOf(entry, name, content), offset }
    offset += 4 + here.facts.length + name.length + content.length
    return here
  })
  const files = packed.map(({ name, content, facts }) => Buffer.concat([mark(3), facts, name, content]))
  const directory = Buffer.concat(packed.map(centralRecord))
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, directory, mark(5), end])
}
