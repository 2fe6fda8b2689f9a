import { BROKEN, type Inspect } from './inspect'
import { inWindows } from './file-bytes'
import { refuse } from './refuse'

const MOST_BOXES = 100_000

/**
 * Walks from box to box (ISO/IEC 14496-12, 4.2): each lies inside of the file, there is a list of tracks and what they
 * show. Zeros behind the last box are nothing.
 */
export const inspectFilm: Inspect = async (source) => {
  const file = inWindows(source)
  const boxes = new Set<string>()
  for (let at = 0, n = 0; at < file.size; n += 1) {
    const head = await file.read(at, 16)
    if (head.every((byte) => byte === 0)) break
    if (head.length < 8 || n === MOST_BOXES) throw refuse(BROKEN)
    const type = head.toString('latin1', 4, 8)
    const size = sizeOf(head, file.size - at)
    if (size < 8 || at + size > file.size || !/^[\x20-\x7e\xa9]{4}$/.test(type)) throw refuse(BROKEN)
    boxes.add(type)
    at += size
  }
  const isWhole = boxes.has('moov') && (boxes.has('mdat') || boxes.has('moof'))
  if (!isWhole) throw refuse(BROKEN)
}

/** 1: it stands in the next eight bytes. 0: to the end of the file. */
function sizeOf(head: Buffer, rest: number): number {
  const size = head.readUInt32BE(0)
  if (size === 0) return rest
  if (size !== 1) return size
  return head.length < 16 ? 0 : Number(head.readBigUInt64BE(8))
}
