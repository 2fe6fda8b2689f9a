import { deflateSync, crc32 } from 'node:zlib'

/** A tiny PDF with a text of its own, so that every file has other bytes. */
export const pdf = (text: string): Buffer =>
  Buffer.from(`%PDF-1.4\n% ${text}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`)

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, tail])
}

/** A one-pixel PNG that carries a text. */
export function png(text: string): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Comment\0${text}`)),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The first bytes of a JPEG with a comment, and its end mark: enough for anyone who does not draw it. */
export const jpg = (text: string): Buffer => {
  const comment = Buffer.from(text)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(comment.length + 2)
  return Buffer.concat([Buffer.from('ffd8fffe', 'hex'), length, comment, Buffer.from('ffd9', 'hex')])
}

const box = (type: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length + 8)
  return Buffer.concat([length, Buffer.from(type), content])
}

/** The container of mp4 and of HEIC pictures: its brand tells them apart. */
export const media = (brand: string, text: string): Buffer =>
  Buffer.concat([box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`)), box('free', Buffer.from(text))])

export const mp4 = (text: string): Buffer => media('isom', text)

export const dwg = (text: string, version = 'AC1032'): Buffer =>
  Buffer.concat([Buffer.from(version), Buffer.alloc(10), Buffer.from(text)])
