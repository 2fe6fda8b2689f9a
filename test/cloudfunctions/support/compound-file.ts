const SECTOR = 512
const MINI = 64
const CUTOFF = 4096
const END = 0xfffffffe
const TABLE = 0xfffffffd
const FREE = 0xffffffff

interface OleStream {
  readonly name: string
  readonly content?: Buffer
  /** A folder of streams. */
  readonly isStorage?: boolean
}

const padded = (bytes: Buffer, size: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((size - (bytes.length % size)) % size)])

const uint32 = (numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4)
  numbers.forEach((number, n) => bytes.writeUInt32LE(number >>> 0, n * 4))
  return bytes
}

/** A chain over sectors that lie one behind the other. */
const chain = (start: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, n) => (n === count - 1 ? END : start + n + 1))

/** Begins a text of Word 97 and later, then the text itself ([MS-DOC] 2.5.1). */
export function wordStream(text = '', flags = 0): Buffer {
  const head = Buffer.alloc(1024)
  head.writeUInt16LE(0xa5ec, 0)
  head.writeUInt16LE(0x00c1, 2)
  head.writeUInt16LE(flags, 0x0a)
  return Buffer.concat([head, Buffer.from(text, 'utf16le')])
}

export function record(kind: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(kind, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}

/** A sheet of a workbook: 0 cells, 1 macros of Excel 4 ([MS-XLS] 2.4.28). */
export const sheetRecord = (kind: number): Buffer => record(0x85, Buffer.from([0, 0, 0, 0, 0, kind, 1, 0, 0x61]))

export const workbookStream = (...records: readonly Buffer[]): Buffer =>
  Buffer.concat([record(0x809, Buffer.alloc(16)), ...records, sheetRecord(0), record(0x0a, Buffer.alloc(0))])

const USUAL: Readonly<Record<string, Buffer>> = {
  WordDocument: wordStream(),
  Workbook: workbookStream(),
  Book: workbookStream(),
}

/** A compound file ([MS-CFB]) with these streams; what has no content of its own has what a program writes. */
export function ole(streams: readonly (string | OleStream)[], text = ''): Buffer {
  const entries = streams.map((one) => (typeof one === 'string' ? { name: one } : one))
  const contents = entries.map(({ name, content }: OleStream) => content ?? USUAL[name] ?? Buffer.alloc(0))
  const small = contents.map((bytes) => bytes.length > 0 && bytes.length < CUTOFF)
  const miniStream = Buffer.concat(contents.filter((_, n) => small[n]).map((bytes) => padded(bytes, MINI)))
  const directorySectors = Math.ceil((entries.length + 1) / 4)
  const miniCount = miniStream.length / MINI
  const miniTableSectors = Math.ceil((miniCount * 4) / SECTOR)

  const table: number[] = []
  const data: Buffer[] = []
  const place = (bytes: Buffer, sectors = Math.ceil(bytes.length / SECTOR)): number => {
    const start = table.length
    if (sectors === 0) return END
    table.push(...chain(start, sectors))
    data.push(Buffer.concat([bytes, Buffer.alloc(sectors * SECTOR - bytes.length)]))
    return start
  }
  const directoryAt = place(Buffer.alloc(0), directorySectors)
  const miniTable: number[] = []
  const starts = contents.map((bytes, n) => {
    if (!small[n]) return place(bytes)
    const start = miniTable.length
    miniTable.push(...chain(start, Math.ceil(bytes.length / MINI)))
    return start
  })
  const miniTableAt = place(uint32(miniTable), miniTableSectors)
  const miniAt = place(miniStream)
  place(Buffer.from(text.padEnd(SECTOR, ' ')))
  const tableSectors = Math.ceil((table.length + 1) / 127)
  const tableAt = table.length
  table.push(...Array.from({ length: tableSectors }, () => TABLE))

  const directory = Buffer.alloc(directorySectors * SECTOR)
  const write = (index: number, name: string, type: number, start: number, size: number): void => {
    const at = index * 128
    directory.write(name, at, 'utf16le')
    directory.writeUInt16LE((name.length + 1) * 2, at + 64)
    directory.writeUInt8(type, at + 66)
    directory.writeUInt32LE(start, at + 116)
    directory.writeUInt32LE(size, at + 120)
  }
  write(0, 'Root Entry', 5, miniAt, miniStream.length)
  entries.forEach(({ name, isStorage }: OleStream, n) =>
    write(n + 1, name, isStorage ? 1 : 2, starts[n] ?? END, contents[n]?.length ?? 0),
  )
  data[0] = directory

  const header = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(tableSectors, 44)
  header.writeUInt32LE(directoryAt, 48)
  header.writeUInt32LE(miniTable.length > 0 ? miniTableAt : END, 60)
  header.writeUInt32LE(END, 68)
  header.fill(0xff, 76)
  for (let n = 0; n < tableSectors; n += 1) header.writeUInt32LE(tableAt + n, 76 + n * 4)
  const full = [...table, ...Array.from({ length: tableSectors * 128 - table.length }, () => FREE)]
  return Buffer.concat([header, ...data, uint32(full)])
}
