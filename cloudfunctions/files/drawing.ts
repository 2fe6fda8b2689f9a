import { BROKEN, type Inspect } from './inspect'
import { refuse } from './refuse'

/** Where the header of 2004 and later ends; its first part is readable, the rest is mixed with a fixed row of bytes. */
const HEADER_BYTES = 0x100
const MIXED_AT = 0x80
const MIXED_BYTES = 0x6c
const SIGNATURE = 'AcFssFcAJMB'
/** Where, in what was mixed, the list of the file's pages is said to be. */
const LIST_AT = 0x54

/** Releases with that header (Open Design Specification for .dwg, 4.1): 2004, 2010, 2013, 2018. */
const MIXED = /^AC10(18|24|27|32)$/
/** Releases with a plain list of sections in it (3.2): R13 to 2000. */
const LISTED = /^AC101[2-5]$/

/** The drawing's header is there, and the parts that it lists lie inside of the file. */
export const inspectDrawing: Inspect = async (file) => {
  const header = await file.read(0, HEADER_BYTES)
  const version = header.toString('latin1', 0, 6)
  if (header.length < HEADER_BYTES) throw refuse(BROKEN)
  const ends = LISTED.test(version) ? sectionEnds(header) : MIXED.test(version) ? [listEnd(header)] : []
  if (ends.some((end) => end === undefined || end > file.size)) throw refuse(BROKEN)
}

/** Number, place and size of each section. */
function sectionEnds(header: Buffer): readonly (number | undefined)[] {
  const count = Math.min(header.readUInt32LE(0x15), 20)
  return Array.from({ length: count }, (_, n) => {
    const at = 0x19 + n * 9
    return header.readUInt32LE(at + 1) + header.readUInt32LE(at + 5)
  })
}

/** The list lies behind the 256 bytes of the header. */
function listEnd(header: Buffer): number | undefined {
  let seed = 1
  const plain = header.subarray(MIXED_AT, MIXED_AT + MIXED_BYTES).map((byte) => {
    seed = (Math.imul(seed, 0x343fd) + 0x269ec3) | 0
    return byte ^ ((seed >> 16) & 255)
  })
  const text = Buffer.from(plain)
  if (!text.toString('latin1').startsWith(SIGNATURE)) return undefined
  return Number(text.readBigUInt64LE(LIST_AT)) + HEADER_BYTES
}
