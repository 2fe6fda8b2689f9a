import { deflateSync } from 'node:zlib'
import {
  chunk,
  frame,
  JPEG_END,
  JPEG_START,
  JPEG_TABLES,
  jpg,
  mp4,
  png,
  PNG_MARK,
  scan,
  segment,
} from '../../support/files'
import { zip } from '../../support/office-files'
import { BOMB, BROKEN, type Group, HIDDEN, MISMATCH, refused, taken } from './case'

const jpeg = (...parts: readonly Buffer[]): Buffer => Buffer.concat([JPEG_START, JPEG_TABLES, ...parts, JPEG_END])
const behind = (file: Buffer, ...more: readonly (Buffer | string)[]): Buffer =>
  Buffer.concat([file, ...more.map((part) => Buffer.from(part))])

interface Header {
  readonly width: number
  readonly height: number
  readonly depth?: number
  readonly colour?: number
  readonly interlaced?: number
}

function header({ width, height, depth = 8, colour = 0, interlaced = 0 }: Header): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([depth, colour, 0, 0, interlaced], 8)
  return chunk('IHDR', data)
}

/** A PNG whose rows have so many bytes unpacked. @param between chunks between header and rows */
const drawn = (head: Header, rows: number, ...between: readonly Buffer[]): Buffer =>
  Buffer.concat([
    PNG_MARK,
    header(head),
    ...between,
    chunk('IDAT', deflateSync(Buffer.alloc(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])

const packedText = (type: string, bytes: number): Buffer =>
  chunk(type, Buffer.concat([Buffer.from('note\0\0'), deflateSync(Buffer.alloc(bytes))]))

const WEBP = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WEBPVP8 '), Buffer.alloc(28)])

const flipped = (file: Buffer, at: number): Buffer => {
  const copy = Buffer.from(file)
  copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at)
  return copy
}

const split = (bytes: number): Buffer => {
  const rows = deflateSync(Buffer.alloc(bytes))
  const parts = [...rows].map((byte) => chunk('IDAT', Buffer.from([byte])))
  return Buffer.concat([PNG_MARK, header({ width: 10, height: 10 }), ...parts, chunk('IEND', Buffer.alloc(0))])
}

export const PICTURES: Group = [
  taken('a baseline JPEG', 'a.jpg', () => jpg('x')),
  taken('a JPEG called jpeg, in capitals', 'A.JPEG', () => jpg('x')),
  taken('a progressive JPEG of ten scans', 'a.jpg', () =>
    jpeg(frame(80, 80, 0xc2), ...Array.from({ length: 10 }, () => scan(13))),
  ),
  taken('a JPEG of 199 million pixels', 'a.jpg', () => jpeg(frame(16320, 12240), scan(780_300))),
  taken('a JPEG with restarts in its scan', 'a.jpg', () =>
    jpeg(segment(0xdd, Buffer.from([0, 1])), frame(16, 8), scan(1), Buffer.from('ffd000', 'hex')),
  ),
  taken('a JPEG whose coded data have 0xFF, across pieces', 'a.jpg', () =>
    jpeg(frame(8, 8), scan(1), Buffer.from('ff00'.repeat(70_000), 'hex')),
  ),
  taken('a JPEG with fill bytes before its markers', 'a.jpg', () =>
    Buffer.concat([
      JPEG_START,
      Buffer.from('ffff', 'hex'),
      JPEG_TABLES,
      frame(8, 8),
      scan(1),
      Buffer.from('ffffd9', 'hex'),
    ]),
  ),
  taken('a phone photo with its place and a small picture', 'a.jpg', () =>
    jpeg(segment(0xe1, behind(Buffer.from('Exif\0\0'), jpg('small'))), frame(8, 8), scan(1)),
  ),
  taken('a JPEG with XMP and a colour profile', 'a.jpg', () =>
    jpeg(
      segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<?xpacket begin=""?><x:xmpmeta/>')),
      segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01')),
      frame(8, 8),
      scan(1),
    ),
  ),
  taken('a motion photo: a film behind the picture', 'a.jpg', () => behind(jpg('x'), mp4('film'))),
  taken('a camera that pads with zeros', 'a.jpg', () => behind(jpg('x'), Buffer.alloc(3))),
  taken('two pictures in one file (MPO)', 'a.jpg', () => behind(jpg('left'), jpg('right'))),
  refused('JPEG of 3 bytes', 'a.jpg', () => Buffer.from('ffd8ff', 'hex'), BROKEN),
  refused('begin and end of a JPEG', 'a.jpg', () => Buffer.from('ffd8ffd9', 'hex'), BROKEN),
  refused('a JPEG cut in its scan', 'a.jpg', () => jpg('x').subarray(0, -3), BROKEN),
  refused('a JPEG cut in its tables', 'a.jpg', () => jpg('x').subarray(0, 40), BROKEN),
  refused('a JPEG cut and closed again', 'a.jpg', () => jpeg(frame(4000, 3000), scan(9000)), BROKEN),
  refused('frame and scan without content', 'a.jpg', () => Buffer.from('ffd8ffc00002ffda0002ffd9', 'hex'), BROKEN),
  refused('a JPEG of 60,000 × 60,000', 'a.jpg', () => jpeg(frame(60_000, 60_000), scan(99)), /像素.*缩小/),
  refused('a JPEG without height', 'a.jpg', () => jpeg(frame(8, 0), scan(1)), BROKEN),
  refused('a JPEG that never scans', 'a.jpg', () => jpeg(frame(8, 8)), BROKEN),
  refused(
    'a JPEG of a thousand scans',
    'a.jpg',
    () => jpeg(frame(8, 8, 0xc2), ...Array.from({ length: 1000 }, () => scan(1))),
    BROKEN,
  ),
  refused('a lossless JPEG, which no phone opens', 'a.jpg', () => jpeg(frame(8, 8, 0xc3), scan(9)), /普通 JPG/),
  refused('a segment longer than the file', 'a.jpg', () => Buffer.from('ffd8ffe0ffff00', 'hex'), BROKEN),
  refused('a picture that is a web page too', 'a.jpg', () => jpg('<script>alert(1)</script>'), HIDDEN),
  refused('PHP behind a picture', 'a.jpg', () => behind(jpg('x'), '<?php system($_GET[0]) ?>'), HIDDEN),
  refused('an archive behind a picture', 'a.jpg', () => behind(jpg('x'), zip([{ name: 'a', content: 'x' }])), HIDDEN),
  refused('a WebP called jpg', 'a.jpg', () => WEBP, /WebP/),
  refused('a WebP called png', 'a.png', () => WEBP, /WebP/),
  refused('a GIF called jpg', 'a.jpg', () => Buffer.from('GIF89a\x01\0\x01\0\0\0\0;'), MISMATCH),
  refused('a PNG called jpg', 'a.jpg', () => png('x'), /PNG 图片.*不一致/),

  taken('a PNG of one pixel', 'a.png', () => png('x')),
  taken('a PNG with a palette', 'a.png', () =>
    drawn({ width: 9, height: 3, depth: 4, colour: 3 }, 18, chunk('PLTE', Buffer.alloc(6))),
  ),
  taken('a screenshot with transparency', 'a.png', () => drawn({ width: 750, height: 1334, colour: 6 }, 1334 * 3001)),
  taken('an interlaced PNG', 'a.png', () => drawn({ width: 8, height: 8, interlaced: 1 }, 79)),
  taken('an interlaced PNG of one pixel', 'a.png', () => drawn({ width: 1, height: 1, interlaced: 1 }, 2)),
  taken('a PNG of 16 bits', 'a.png', () => drawn({ width: 2, height: 2, depth: 16, colour: 2 }, 26)),
  taken('a PNG in a hundred chunks', 'a.png', () => split(110)),
  taken('a moving PNG', 'a.png', () => drawn({ width: 1, height: 1 }, 2, chunk('acTL', Buffer.alloc(8)))),
  taken('a PNG with a packed text of 1 MB', 'a.png', () =>
    drawn({ width: 1, height: 1 }, 2, packedText('zTXt', 1_000_000)),
  ),
  taken('a PNG whose note has a wrong sum', 'a.png', () => flipped(png('note'), 8 + 25 + 12)),
  taken('a PNG with more rows than it says', 'a.png', () => drawn({ width: 1, height: 1 }, 200)),
  taken('a PNG with zeros behind it', 'a.png', () => behind(png('x'), Buffer.alloc(100))),
  refused('a PNG cut in its rows', 'a.png', () => png('x').subarray(0, -20), BROKEN),
  refused('a PNG without its end', 'a.png', () => png('x').subarray(0, -12), BROKEN),
  refused('the mark of a PNG alone', 'a.png', () => Buffer.concat([PNG_MARK, Buffer.from('\0\0\0\rIHDR')]), BROKEN),
  refused('a PNG with fewer rows than it says', 'a.png', () => drawn({ width: 100, height: 100 }, 5000), BROKEN),
  refused('a PNG whose rows have a wrong sum', 'a.png', () => flipped(png('x'), png('x').length - 18), BROKEN),
  refused('a PNG of 60,000 × 60,000', 'a.png', () => drawn({ width: 60_000, height: 60_000 }, 9), /像素.*缩小/),
  refused(
    'a PNG that draws 2 GB',
    'a.png',
    () => drawn({ width: 15_000, height: 16_000, depth: 16, colour: 6 }, 9),
    BOMB,
  ),
  refused(
    'a PNG whose text unpacks to 17 MB',
    'a.png',
    () => drawn({ width: 1, height: 1 }, 2, packedText('zTXt', 17_000_000)),
    BOMB,
  ),
  refused(
    'a PNG whose profile unpacks to 17 MB',
    'a.png',
    () => drawn({ width: 1, height: 1 }, 2, packedText('iCCP', 17_000_000)),
    BOMB,
  ),
  refused('a PNG of no colour type', 'a.png', () => drawn({ width: 1, height: 1, colour: 5 }, 9), BROKEN),
  refused('a PNG of no width', 'a.png', () => drawn({ width: 0, height: 1 }, 9), BROKEN),
  refused('a PNG with a program’s script', 'a.png', () => png('<script src=//x>'), HIDDEN),
  refused('SVG called png', 'a.png', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), MISMATCH),
]
