import { constants, inflateSync } from 'node:zlib'
import { type FileBytes, piecesOf } from '../file-bytes'
import { type Decrypt } from './encryption'
import { type PdfObject } from './objects'
import { isDict, type PdfDict, type PdfValue } from './syntax'

/** A stream that is packed in a way that is not looked into, or swells beyond the bound. */
class Unreadable extends Error {}

const END = Buffer.from('endstream')

/** The bytes of a stream, decrypted and unpacked. Throws Unreadable. @param most that it may have unpacked */
export async function streamBytes(
  file: FileBytes,
  object: PdfObject,
  decrypt: Decrypt | undefined,
  most: number,
): Promise<Buffer> {
  const { isPacked, bytes } = await packedBytes(file, object, decrypt)
  try {
    return isPacked ? inflateSync(bytes, { maxOutputLength: Math.max(most, 1) }) : bytes
  } catch {
    throw new Unreadable('flate')
  }
}

const HEAD = 4096

/** The first bytes of a stream, some of them at least. Throws Unreadable. */
export async function streamHead(file: FileBytes, object: PdfObject, decrypt: Decrypt | undefined): Promise<Buffer> {
  const { isPacked, bytes } = await packedBytes(file, object, decrypt)
  const head = bytes.subarray(0, HEAD)
  try {
    return isPacked ? inflateSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head
  } catch {
    throw new Unreadable('flate')
  }
}

async function packedBytes(file: FileBytes, object: PdfObject, decrypt: Decrypt | undefined) {
  const packing = isDict(object.value) ? packingOf(object.value) : 'other'
  if (packing === 'other') throw new Unreadable('filter')
  const raw = await rawBytes(file, object.streamAt)
  return { isPacked: packing === 'flate', bytes: decrypt ? decrypt(raw, object.number, object.generation) : raw }
}

const onlyOf = (value: PdfValue | undefined): PdfValue | undefined =>
  Array.isArray(value) && value.length <= 1 ? (value as readonly PdfValue[])[0] : value

function packingOf(dict: PdfDict): 'none' | 'flate' | 'other' {
  const filter = onlyOf(dict.get('Filter'))
  const parameters = onlyOf(dict.get('DecodeParms') ?? dict.get('DP'))
  const isPlain = parameters === undefined || parameters === null || (isDict(parameters) && isUnpredicted(parameters))
  if (filter === undefined || filter === null) return 'none'
  return (filter === 'FlateDecode' || filter === 'Fl') && isPlain ? 'flate' : 'other'
}

function isUnpredicted(parameters: PdfDict): boolean {
  const predictor = parameters.get('Predictor')
  return predictor === undefined || predictor === 1
}

/** Up to the word that ends it: the length that its dictionary claims proves nothing. */
async function rawBytes(file: FileBytes, start: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of piecesOf(file, start)) {
    const kept = pieces.at(-1)?.subarray(-END.length) ?? Buffer.alloc(0)
    const found = Buffer.concat([kept, piece]).indexOf(END)
    pieces.push(piece)
    if (found >= 0) {
      const before = Buffer.concat(pieces.slice(0, -1))
      return Buffer.concat([before, piece]).subarray(0, before.length - kept.length + found)
    }
  }
  return Buffer.concat(pieces)
}
