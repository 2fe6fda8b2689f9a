import { type FileBytes } from './file-bytes'

/** Fields of the header and marks of the sector table ([MS-CFB] 2.2 and 2.1). */
const SECTOR_SHIFT = 30
const FIRST_DIRECTORY_SECTOR = 48
const FIRST_TABLE_ENTRY = 76
const TABLE_ENTRIES_IN_HEADER = 109
const LARGEST_SECTOR = 0xfffffffa

const ENTRY_BYTES = 128
const NAME_LENGTH_AT = 64
const TYPE_AT = 66
/** A document has some dozens of entries. */
const MOST_SECTORS = 64

/**
 * Names of the streams and storages of a compound file (old Office formats), without reading their content; undefined
 * when it cannot be followed. Sector tables beyond the header's 109 (files above 7 MB with 512-byte sectors) are not
 * read: a directory that continues there ends early.
 */
export async function readOleNames(file: FileBytes): Promise<readonly string[] | undefined> {
  const header = await file.read(0, 512)
  if (header.length < 512) return undefined
  const shift = header.readUInt16LE(SECTOR_SHIFT)
  if (shift !== 9 && shift !== 12) return undefined
  const sectorBytes = 1 << shift
  const place = (sector: number): number => (sector + 1) * sectorBytes

  /** The sector that follows, from the table; undefined at the end of the chain. */
  async function next(sector: number): Promise<number | undefined> {
    const perSector = sectorBytes / 4
    const index = Math.floor(sector / perSector)
    if (index >= TABLE_ENTRIES_IN_HEADER) return undefined
    const table = header.readUInt32LE(FIRST_TABLE_ENTRY + index * 4)
    if (table >= LARGEST_SECTOR) return undefined
    const entry = await file.read(place(table) + (sector % perSector) * 4, 4)
    return entry.length === 4 ? entry.readUInt32LE(0) : undefined
  }

  const names: string[] = []
  let sector: number | undefined = header.readUInt32LE(FIRST_DIRECTORY_SECTOR)
  for (let n = 0; n < MOST_SECTORS && sector !== undefined && sector < LARGEST_SECTOR; n += 1) {
    names.push(...namesOf(await file.read(place(sector), sectorBytes)))
    sector = await next(sector)
  }
  return names.length > 0 ? names : undefined
}

function namesOf(sector: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; at + ENTRY_BYTES <= sector.length; at += ENTRY_BYTES) {
    const length = sector.readUInt16LE(at + NAME_LENGTH_AT)
    const used = sector.readUInt8(at + TYPE_AT) !== 0 && length >= 2 && length <= 64
    if (used) names.push(sector.toString('utf16le', at, at + length - 2))
  }
  return names
}
