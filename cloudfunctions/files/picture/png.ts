import { crc32 } from 'node:zlib'
import { type FileBytes, inWindows, piecesOf } from '../file-bytes'
import { inflatedSize } from '../inflated'
import { BROKEN, type Inspect } from '../inspect'
import { refuse } from '../refuse'
import { requireDrawable } from './pixels'
import { rowBytes } from './png-rows'

interface Chunk {
  readonly type: string
  /** Its data, from and to. */
  readonly start: number
  readonly end: number
}

/** A picture of 10 MB in chunks of 8 KB has 1,300. */
const MOST_CHUNKS = 50_000
/** Of all profiles and texts together, unpacked. */
const MOST_ASIDE = 16 * 1024 * 1024
/** Of the picture, drawn. */
const MOST_DRAWN = 1024 * 1024 * 1024

const BOMB = '图片解开后大得不正常，不能使用，请用看图软件打开后另存，再上传'

/**
 * Walks from chunk to chunk to the picture's end (PNG, W3C 2003), checks the sums of what is drawn, and unpacks the rows to
 * see that there are as many as the header says, in pieces that are thrown away.
 */
export const inspectPng: Inspect = async (source) => {
  const file = inWindows(source)
  const chunks = await chunksOf(file)
  const header = chunks.find(({ type }) => type === 'IHDR')
  const parts = chunks.filter(({ type }) => type === 'IDAT')
  if (!header || header.end - header.start !== 13) throw refuse(BROKEN)
  for (const chunk of chunks) if (/^[A-Z]/.test(chunk.type)) await requireSum(source, chunk)
  const picture = await file.read(header.start, 13)
  requireDrawable(picture.readUInt32BE(0), picture.readUInt32BE(4))
  const wanted = rowBytes(picture)
  if (wanted === undefined) throw refuse(BROKEN)
  if (wanted > MOST_DRAWN) throw refuse(BOMB)
  await requireRows(source, parts, wanted)
  await requireHarmlessAside(source, chunks)
}

/** To IEND; what stands behind it is not drawn by anybody. */
async function chunksOf(file: FileBytes): Promise<readonly Chunk[]> {
  const chunks: Chunk[] = []
  for (let at = 8; chunks.at(-1)?.type !== 'IEND'; at = (chunks.at(-1)?.end ?? 0) + 4) {
    const head = await file.read(at, 8)
    if (head.length < 8 || chunks.length === MOST_CHUNKS) throw refuse(BROKEN)
    const chunk = { type: head.toString('latin1', 4), start: at + 8, end: at + 8 + head.readUInt32BE(0) }
    if (chunk.end + 4 > file.size) throw refuse(BROKEN)
    chunks.push(chunk)
  }
  return chunks
}

async function requireSum(file: FileBytes, { start, end }: Chunk): Promise<void> {
  let sum = 0
  for await (const piece of piecesOf(file, start - 4, end)) sum = crc32(piece, sum)
  if ((await file.read(end, 4)).readUInt32BE(0) !== sum) throw refuse(BROKEN)
}

async function requireRows(file: FileBytes, parts: readonly Chunk[], wanted: number): Promise<void> {
  async function* packed(): AsyncGenerator<Buffer, void, undefined> {
    for (const { start, end } of parts) yield* piecesOf(file, start, end)
  }
  const size = await inflatedSize(packed(), wanted).catch(() => 0)
  if (size < wanted) throw refuse(BROKEN)
}

/** Profiles and texts are unpacked by whoever opens the picture, so they must not swell either. */
async function requireHarmlessAside(file: FileBytes, chunks: readonly Chunk[]): Promise<void> {
  let room = MOST_ASIDE
  for (const { type, start, end } of chunks) {
    if (!['iCCP', 'zTXt', 'iTXt'].includes(type)) continue
    const head = await file.read(start, Math.min(1024, end - start))
    const packedAt = packedFrom(type, head)
    // What cannot be unpacked is left out by whoever draws the picture.
    if (packedAt > 0) room -= await inflatedSize(piecesOf(file, start + packedAt, end), room).catch(() => 0)
    if (room <= 0) throw refuse(BOMB)
  }
}

/** Where the packed bytes begin, behind the keyword (and what else iTXt has); 0 = nothing is packed. */
function packedFrom(type: string, head: Buffer): number {
  const keyword = head.indexOf(0) + 1
  if (type !== 'iTXt') return keyword === 0 ? 0 : keyword + 1
  if (keyword === 0 || head[keyword] !== 1) return 0
  const language = head.indexOf(0, keyword + 2) + 1
  return language === 0 ? 0 : head.indexOf(0, language) + 1
}
