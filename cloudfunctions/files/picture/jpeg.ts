import { passedOn } from '../../kernel/spent-buffers'
import { type FileBytes, inWindows, PIECE } from '../file-bytes'
import { BROKEN, type Inspect } from '../inspect'
import { refuse } from '../refuse'
import { requireDrawable } from './pixels'

/** Markers (ITU-T T.81, table B.1); the low byte, after 0xFF. */
const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
/** Start of frame C0 to CF, but for the tables C4 and CC and the reserved C8. */
const isFrame = (marker: number): boolean => (marker & 0xf0) === 0xc0 && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Baseline, extended, progressive, with Huffman codes: what every program draws. */
const DRAWN: readonly number[] = [0xc0, 0xc1, 0xc2]
const PROGRESSIVE = 0xc2

/** A progressive picture has some ten scans; each is drawn over the whole picture again. */
const MOST_SCANS = 200

const NOT_DRAWN = '这种 JPG 图片多数软件打不开，请用看图软件打开后另存为普通 JPG，再上传'

interface Frame {
  /** Blocks of 8 × 8 pixels. */
  readonly blocks: number
  /** The fewest bits that code a block: its mean and its end, in a progressive picture its mean alone. */
  readonly bitsPerBlock: number
}

/**
 * Walks from marker to marker to the picture's end without drawing it: dimensions, scans, and as many coded bytes as so
 * many blocks need at least. What stands behind the end (a phone's film of the moment, padding) is not drawn by anybody.
 */
export const inspectJpeg: Inspect = async (source) => {
  const file = inWindows(source)
  let at = 2
  let frame: Frame | undefined
  let scans = 0
  let coded = 0
  for (;;) {
    const marker = await markerAt(file, at)
    at = marker.next
    if (standsAlone(marker.code)) continue
    if (marker.code === START) throw refuse(BROKEN)
    if (marker.code === END) break
    const segment = await segmentAt(file, at)
    at += segment.length
    if (isFrame(marker.code)) frame = frameOf(marker.code, segment)
    if (marker.code !== SCAN) continue
    scans += 1
    if (!frame || segment.length < 6 || scans > MOST_SCANS) throw refuse(BROKEN)
    const end = await scanEnd(source, at)
    coded += end - at
    at = end
  }
  if (!frame || coded * 8 < frame.blocks * frame.bitsPerBlock) throw refuse(BROKEN)
}

/** Any number of 0xFF may stand before the marker's code. */
async function markerAt(file: FileBytes, start: number): Promise<{ readonly code: number; readonly next: number }> {
  let at = start
  if ((await file.read(at, 1))[0] !== 0xff) throw refuse(BROKEN)
  for (;;) {
    at += 1
    const code = (await file.read(at, 1))[0]
    if (code === undefined || code === 0) throw refuse(BROKEN)
    if (code !== 0xff) return { code, next: at + 1 }
  }
}

/** A segment with its two bytes of length. */
async function segmentAt(file: FileBytes, at: number): Promise<Buffer> {
  const length = (await file.read(at, 2)).toString('hex')
  const segment = await file.read(at, Number.parseInt(length, 16))
  if (length.length < 4 || segment.length < 2 || segment.length !== Number.parseInt(length, 16)) throw refuse(BROKEN)
  return segment
}

function frameOf(code: number, segment: Buffer): Frame {
  if (segment.length < 11) throw refuse(BROKEN)
  if (!DRAWN.includes(code)) throw refuse(NOT_DRAWN)
  const [height, width] = [segment.readUInt16BE(3), segment.readUInt16BE(5)]
  if (height === 0 || width === 0 || segment.length !== 8 + 3 * segment.readUInt8(7)) throw refuse(BROKEN)
  requireDrawable(width, height)
  const blocks = Math.ceil(height / 8) * Math.ceil(width / 8)
  return { blocks, bitsPerBlock: code === PROGRESSIVE ? 1 : 2 }
}

/** Where the coded bytes of a scan end: at a 0xFF that is neither data (a zero follows) nor a restart. */
async function scanEnd(file: FileBytes, start: number): Promise<number> {
  // One byte of overlap, so that no marker falls between two pieces.
  for (let at = start; at < file.size - 1; at += PIECE - 1) {
    const piece = await file.read(at, PIECE)
    passedOn(piece.length)
    for (let i = piece.indexOf(0xff); i >= 0 && i < piece.length - 1; i = piece.indexOf(0xff, i + 1)) {
      const code = piece.readUInt8(i + 1)
      if (code !== 0 && code !== 0xff && !standsAlone(code)) return at + i
    }
  }
  throw refuse(BROKEN)
}
