import { crc32, deflateRawSync } from 'node:zlib'

export interface Part {
  readonly name: string
  readonly content: Buffer | string
  /** What the directory claims instead of the truth. */
  readonly claims?: number
  readonly encrypted?: boolean
}

/** A zip archive as Office writes it: local headers, deflated parts, a directory. */
export function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content, claims, encrypted } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(encrypted ? 1 : 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims ?? bytes.length, 18)
    common.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, title, packed])
    const entry = Buffer.alloc(46 - 4 - 2 - 26)
    entry.writeUInt32LE(offset, entry.length - 4)
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, entry, title]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const TYPES: Part = { name: '[Content_Types].xml', content: '<?xml version="1.0"?><Types/>' }

export const docx = (text: string, ...more: readonly Part[]): Buffer =>
  zip([TYPES, { name: 'word/document.xml', content: `<w:document>${text}</w:document>` }, ...more])

export const xlsx = (text: string, ...more: readonly Part[]): Buffer =>
  zip([TYPES, { name: 'xl/workbook.xml', content: `<workbook>${text}</workbook>` }, ...more])

const SECTOR = 512
const END = 0xfffffffe
const TABLE = 0xfffffffd
const FREE = 0xffffffff

/** A compound file with these streams named in its directory ([MS-CFB]); four names fill a sector. */
export function ole(names: readonly string[], text = ''): Buffer {
  const all = ['Root Entry', ...names]
  const sectors = Math.ceil(all.length / 4)
  const header = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  const table = Buffer.alloc(SECTOR, 0xff)
  table.writeUInt32LE(TABLE, 0)
  for (let n = 1; n <= sectors; n += 1) table.writeUInt32LE(n === sectors ? END : n + 1, n * 4)
  table.writeUInt32LE(FREE, (sectors + 1) * 4)
  const directory = Buffer.alloc(sectors * SECTOR)
  all.forEach((name, index) => {
    const at = index * 128
    directory.write(name, at, 'utf16le')
    directory.writeUInt16LE((name.length + 1) * 2, at + 64)
    directory.writeUInt8(index === 0 ? 5 : 2, at + 66)
  })
  return Buffer.concat([header, table, directory, Buffer.from(text.padEnd(SECTOR, ' '))])
}
