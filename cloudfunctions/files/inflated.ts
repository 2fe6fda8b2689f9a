import { pipeline } from 'node:stream/promises'
import { createInflate } from 'node:zlib'
import { passedOn } from '../kernel/spent-buffers'

/**
 * Inflates zlib data (RFC 1950) piece by piece; whoever reads says when it is enough. What breaks off or is damaged ends
 * with an error of zlib.
 */
async function* inflated(packed: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer, void> {
  const inflate = createInflate({ chunkSize: 64 * 1024 })
  const feeding = pipeline(packed, inflate)
  feeding.catch(() => undefined)
  for await (const piece of inflate) {
    passedOn((piece as Buffer).length)
    yield piece as Buffer
  }
}

/** Bytes that come out, counted until there are `most`; the rest is not looked at. Throws as `inflated`. */
export async function inflatedSize(packed: AsyncIterable<Buffer>, most: number): Promise<number> {
  let size = 0
  for await (const piece of inflated(packed)) {
    size += piece.length
    if (size >= most) return most
  }
  return size
}
