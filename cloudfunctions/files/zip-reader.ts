import { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl'
import { type FileBytes, inWindows, piecesOf } from './file-bytes'

/** What yauzl reads from: it asks for many small neighbours, a header and then its name. */
class ZipBytes extends RandomAccessReader {
  private readonly file: FileBytes

  constructor(file: FileBytes) {
    super()
    this.file = inWindows(file)
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    this.file
      .read(position, length)
      .then(
        (bytes) => done(bytes.copy(target, offset) === length ? null : new Error('unexpected end of the file')),
        done,
      )
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(piecesOf(this.file, start, end))
  }
}

/** A zip archive, opened by yauzl, with names and comments left as bytes; undefined when it is none, or broken. */
export function openZip(file: FileBytes): Promise<ZipFile | undefined> {
  return new Promise((resolve) => {
    const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: false }
    fromRandomAccessReader(new ZipBytes(file), file.size, options, (error, zip) => resolve(error ? undefined : zip))
  })
}

/** Its directory; undefined when it breaks off, or has more than `most` entries. */
export async function entriesOf(zip: ZipFile, most: number): Promise<readonly Entry[] | undefined> {
  if (zip.entryCount > most) return undefined
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
    return entries
  } catch {
    return undefined
  }
}
