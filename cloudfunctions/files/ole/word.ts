import { type Compound } from './compound'

/** Fields of the file information block ([MS-DOC] 2.5.1, 2.5.6). */
const VERSION_AT = 2
const FLAGS_AT = 0x0a
const LOCKED = 0x0100
const TABLE_1 = 0x0200
const STRINGS_AT = 0x19a
/** Word 97: older ones have another block. */
const FIRST_VERSION = 0x00c1
const LONGEST_STRINGS = 64 * 1024

/** A password is asked for, be it the older kind (XOR) or the newer. */
export const isLocked = (head: Buffer): boolean =>
  head.length > FLAGS_AT + 1 && (head.readUInt16LE(FLAGS_AT) & LOCKED) !== 0

/** Where the document takes its template from: the second of its strings ([MS-DOC] 2.9.297); '' = nowhere. */
export async function attachedTemplate(compound: Compound, head: Buffer): Promise<string> {
  if (head.length < STRINGS_AT + 8 || head.readUInt16LE(VERSION_AT) < FIRST_VERSION) return ''
  const table = (head.readUInt16LE(FLAGS_AT) & TABLE_1) === 0 ? '0Table' : '1Table'
  const [stream] = await compound.streams(table)
  const length = Math.min(head.readUInt32LE(STRINGS_AT + 4), LONGEST_STRINGS)
  const strings = stream ? await stream.read(head.readUInt32LE(STRINGS_AT), length) : Buffer.alloc(0)
  return secondString(strings)
}

/** Each has its length in characters before it, behind six bytes that say how many there are. */
function secondString(strings: Buffer): string {
  if (strings.length < 8) return ''
  const second = 8 + strings.readUInt16LE(6) * 2
  if (strings.length < second + 2) return ''
  return strings.toString('utf16le', second + 2, second + 2 + strings.readUInt16LE(second) * 2)
}
