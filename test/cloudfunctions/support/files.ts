import { crc32, deflateSync } from 'node:zlib'

/** A PDF of one empty page with a text of its own, so that every file has other bytes. */
export const pdf = (text: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n% ${text}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n` +
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n' +
      'trailer<</Root 1 0 R/Size 4>>\n%%EOF\n',
  )

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, tail])
}

export const PNG_MARK = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A one-pixel PNG that carries a text. */
export function png(text: string): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  return Buffer.concat([
    PNG_MARK,
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Comment\0${text}`)),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A marker with its segment. */
export function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

export const JPEG_START = Buffer.from('ffd8', 'hex')
export const JPEG_END = Buffer.from('ffd9', 'hex')

/** Start of frame of a grey picture; 0xC0 is baseline, 0xC2 progressive. */
export function frame(width: number, height: number, marker = 0xc0): Buffer {
  const data = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  data.writeUInt16BE(height, 1)
  data.writeUInt16BE(width, 3)
  return segment(marker, data)
}

const ONE_CODE = [1, ...Array.from({ length: 15 }, () => 0), 0]
/** One quantisation, and one code of one bit for the means and for the ends of blocks. */
export const JPEG_TABLES = Buffer.concat([
  segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
  segment(0xc4, Buffer.from([0, ...ONE_CODE])),
  segment(0xc4, Buffer.from([0x10, ...ONE_CODE])),
])

/** A scan with so many bytes of blocks that are all grey. */
export const scan = (bytes: number): Buffer =>
  Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.alloc(bytes)])

/** A grey JPEG of 8 × 8 pixels with a comment. */
export const jpg = (text: string): Buffer =>
  Buffer.concat([JPEG_START, segment(0xfe, Buffer.from(text)), JPEG_TABLES, frame(8, 8), scan(1), JPEG_END])

export function box(type: string, ...content: readonly Buffer[]): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.concat(content).length + 8)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), ...content])
}

/** The container of mp4 and of HEIC pictures: its brand tells them apart. */
export const media = (brand: string, text: string): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`)),
    box('moov', box('mvhd', Buffer.alloc(100)), box('trak', Buffer.alloc(8))),
    box('mdat', Buffer.from(text)),
  ])

export const mp4 = (text: string): Buffer => media('isom', text)

/** The header of a drawing of 2004 and later, mixed as AutoCAD mixes it, with its list right behind. */
export function dwg(text: string, version = 'AC1032', listAt = 0): Buffer {
  const plain = Buffer.alloc(0x6c)
  plain.write('AcFssFcAJMB')
  plain.writeBigUInt64LE(BigInt(listAt), 0x54)
  let seed = 1
  const mixed = plain.map((byte) => {
    seed = (Math.imul(seed, 0x343fd) + 0x269ec3) | 0
    return byte ^ ((seed >> 16) & 255)
  })
  const isMixed = /AC10(18|24|27|32)/.test(version)
  const head = Buffer.concat([Buffer.from(version), Buffer.alloc(0x80 - version.length)])
  return Buffer.concat([head, isMixed ? mixed : Buffer.alloc(0x6c), Buffer.alloc(0x14), Buffer.from(text)])
}
