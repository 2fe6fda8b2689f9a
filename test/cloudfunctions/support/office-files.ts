import { crc32, deflateRawSync } from 'node:zlib'

export interface Part {
  readonly name: string
  readonly content: Buffer | string
  /** What the directory claims instead of the truth. */
  readonly claims?: number
  readonly encrypted?: boolean
  /** The name's bytes; without them it is UTF-8. */
  readonly nameBytes?: Buffer
  /** Flag bit 11: the name is UTF-8. */
  readonly isMarked?: boolean
}

/** A zip archive as Office writes it: local headers, deflated parts, a directory. */
export function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content, claims, encrypted, nameBytes, isMarked } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const title = nameBytes ?? Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE((encrypted ? 1 : 0) | (isMarked ? 0x800 : 0), 2)
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

const FORMATS = 'application/vnd.openxmlformats-officedocument'

/** The list of what each part is. @param more further tags in it */
export const contentTypes = (part: string, type: string, more = ''): Part => ({
  name: '[Content_Types].xml',
  content:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ' +
    `ContentType="application/xml"/><Override PartName="/${part}" ContentType="${FORMATS}.${type}.main+xml"/>${more}</Types>`,
})

const WORD_TYPES = contentTypes('word/document.xml', 'wordprocessingml.document')
const EXCEL_TYPES = contentTypes('xl/workbook.xml', 'spreadsheetml.sheet')

export const docx = (text: string, ...more: readonly Part[]): Buffer =>
  zip([
    WORD_TYPES,
    { name: 'word/document.xml', content: `<w:document><w:body><w:p><w:t>${text}</w:t></w:p></w:body></w:document>` },
    ...more,
  ])

export const xlsx = (text: string, ...more: readonly Part[]): Buffer =>
  zip([EXCEL_TYPES, { name: 'xl/workbook.xml', content: `<workbook><sheets>${text}</sheets></workbook>` }, ...more])
