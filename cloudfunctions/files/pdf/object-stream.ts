import { type PdfObject, TooMuch } from './objects'
import { isDict, type PdfDict, type PdfValue, readPdfObject } from './syntax'

/** Objects in one stream; programs put some hundreds. */
const MOST_OBJECTS = 100_000
/** Its list of places may name the same bytes again and again. */
const MOST_TIMES = 4

/** Is a stream's dictionary that of an object stream? Its type is not asked for: readers do not ask either. */
export const isObjectStream = (value: PdfValue): value is PdfDict =>
  isDict(value) && value.has('N') && value.has('First')

/**
 * The objects of an object stream (ISO 32000-1, 7.5.7), of its unpacked bytes. Throws TooMuch, also for numbers that
 * stand elsewhere in the file.
 */
export function* objectsOfStream(dict: PdfDict, bytes: Buffer): Generator<PdfObject, void, undefined> {
  const [count, first] = [dict.get('N'), dict.get('First')]
  if (typeof count !== 'number' || typeof first !== 'number' || count > MOST_OBJECTS) throw new TooMuch('pdf')
  const places = bytes.toString('latin1', 0, first).trim().split(/\s+/).map(Number)
  let room = bytes.length * MOST_TIMES
  for (let n = 0; n < count; n += 1) {
    const [number = -1, offset = NaN] = places.slice(n * 2, n * 2 + 2)
    if (!(offset >= 0)) return
    const { value, next } = readPdfObject(bytes, first + offset)
    room -= next - first - offset
    if (room < 0) throw new TooMuch('pdf')
    yield { number, generation: 0, value, streamAt: 0, isPacked: true }
  }
}
