import { type FileBytes } from '../file-bytes'
import { ChainedBytes, readChain, type SectorTable } from './sectors'

/** Fields of the header ([MS-CFB] 2.2). */
const HEADER_BYTES = 512
const SECTOR_SHIFT = 30
const FIRST_DIRECTORY_SECTOR = 48
const FIRST_MINI_TABLE = 60
const FIRST_TABLE_LIST = 68
const FIRST_TABLE_ENTRY = 76
const TABLE_ENTRIES_IN_HEADER = 109
const LARGEST_SECTOR = 0xfffffffa

/** Fields of a directory entry (2.6.1). */
const ENTRY_BYTES = 128
const NAME_LENGTH_AT = 64
const TYPE_AT = 66
const START_AT = 116
const SIZE_AT = 120
const ROOT = 5

/** Streams below this are in sectors of 64 bytes, inside the root's stream (2.4). */
const MINI_CUTOFF = 4096
const MINI_SECTOR = 64

interface Entry {
  readonly name: string
  readonly type: number
  readonly start: number
  readonly size: number
}

/** A compound file (old Office formats). */
export interface Compound {
  /** Of all streams and storages, wherever they hang. */
  readonly names: readonly string[]
  /** The content of each stream with this name. */
  streams(name: string): Promise<readonly FileBytes[]>
}

/** Opens a compound file; undefined when it cannot be followed. */
export async function openCompound(file: FileBytes): Promise<Compound | undefined> {
  const header = await file.read(0, HEADER_BYTES)
  if (header.length < HEADER_BYTES) return undefined
  const shift = header.readUInt16LE(SECTOR_SHIFT)
  if (shift !== 9 && shift !== 12) return undefined
  const sector = 1 << shift
  const at = (number: number): number => (number + 1) * sector
  const table = await tableOf(file, header, sector)
  const chained = (start: number, size: number): ChainedBytes =>
    new ChainedBytes(file, readChain(table, start).map(at), sector, size)

  const directory = chained(header.readUInt32LE(FIRST_DIRECTORY_SECTOR), Infinity)
  const entries = entriesOf(await directory.read(0, directory.size))
  const root = entries.find(({ type }) => type === ROOT)
  if (!root) return undefined

  const mini = async ({ start, size }: Entry): Promise<FileBytes> => {
    const list = chained(header.readUInt32LE(FIRST_MINI_TABLE), Infinity)
    const chain = readChain(numbersIn(await list.read(0, list.size)), start)
    const inside = chained(root.start, root.size)
    return new ChainedBytes(
      inside,
      chain.map((n) => n * MINI_SECTOR),
      MINI_SECTOR,
      size,
    )
  }
  return {
    names: entries.map(({ name }) => name),
    async streams(name) {
      const found: FileBytes[] = []
      for (const entry of entries.filter((one) => one.name === name && one.type !== ROOT)) {
        found.push(entry.size < MINI_CUTOFF ? await mini(entry) : chained(entry.start, entry.size))
      }
      return found
    },
  }
}

const numbersIn = (bytes: Buffer): SectorTable =>
  Uint32Array.from({ length: bytes.length >> 2 }, (_, n) => bytes.readUInt32LE(n * 4))

/** Which sector follows which; the header lists the table's first 109 sectors, a chain of lists the others (2.5). */
async function tableOf(file: FileBytes, header: Buffer, sector: number): Promise<SectorTable> {
  const most = Math.ceil(file.size / sector)
  const places = [...numbersIn(header.subarray(FIRST_TABLE_ENTRY, FIRST_TABLE_ENTRY + TABLE_ENTRIES_IN_HEADER * 4))]
  let list = header.readUInt32LE(FIRST_TABLE_LIST)
  while (list < LARGEST_SECTOR && places.length < most) {
    const numbers = numbersIn(await file.read((list + 1) * sector, sector))
    places.push(...numbers.slice(0, -1))
    list = numbers.at(-1) ?? LARGEST_SECTOR
  }
  const parts: Buffer[] = []
  for (const place of places.filter((one) => one < LARGEST_SECTOR).slice(0, most)) {
    parts.push(await file.read((place + 1) * sector, sector))
  }
  return numbersIn(Buffer.concat(parts))
}

function entriesOf(directory: Buffer): readonly Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const length = directory.readUInt16LE(at + NAME_LENGTH_AT)
    const type = directory.readUInt8(at + TYPE_AT)
    if (type === 0 || length < 2 || length > 64) continue
    const name = directory.toString('utf16le', at, at + length - 2)
    entries.push({
      name,
      type,
      start: directory.readUInt32LE(at + START_AT),
      size: directory.readUInt32LE(at + SIZE_AT),
    })
  }
  return entries
}
