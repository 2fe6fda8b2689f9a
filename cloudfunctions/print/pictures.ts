import { inflateSync } from 'node:zlib'

/** A signature pad's picture has far less; a file that claims more is a trap for the decoder. */
const MOST_PIXELS = 4_000_000

/** Values of a pixel by PNG's colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const HIGHEST_FILTER = 4

/**
 * Pictures that can be embedded without harm. pdfkit decodes some PNGs later, where a broken one would end the process:
 * they are decoded here first. @param open throws for what pdfkit cannot read at all
 */
export function usablePictures(
  pictures: ReadonlyMap<string, Buffer>,
  open: (bytes: Buffer) => unknown,
): ReadonlyMap<string, Buffer> {
  return new Map([...pictures].filter(([, bytes]) => isSound(bytes) && opens(bytes, open)))
}

function opens(bytes: Buffer, open: (bytes: Buffer) => unknown): boolean {
  try {
    open(bytes)
    return true
  } catch {
    return false
  }
}

function isSound(bytes: Buffer): boolean {
  if (bytes.length > 3 && bytes.readUIntBE(0, 3) === 0xffd8ff) return true
  try {
    return isSoundPng(bytes)
  } catch {
    return false
  }
}

/** Throws for a file that ends too early or cannot be inflated. */
function isSoundPng(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 1, 4) !== 'PNG' || bytes.toString('latin1', 12, 16) !== 'IHDR') return false
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const [bits, colourType, interlaced] = [bytes.readUInt8(24), bytes.readUInt8(25), bytes.readUInt8(28)]
  const channels = CHANNELS[colourType]
  if (channels === undefined || interlaced !== 0 || width * height === 0 || width * height > MOST_PIXELS) return false
  const line = 1 + Math.ceil((width * bits * channels) / 8)
  const pixels = inflateSync(imageData(bytes), { maxOutputLength: line * height })
  if (pixels.length !== line * height) return false
  for (let at = 0; at < pixels.length; at += line) if (pixels.readUInt8(at) > HIGHEST_FILTER) return false
  return true
}

/** The IDAT chunks, joined. */
function imageData(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return Buffer.concat(parts)
}
