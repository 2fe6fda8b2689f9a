import { type FileBytes, PIECE } from '../file-bytes'
import { passedOn } from '../../kernel/spent-buffers'
import { type PdfValue, readPdfObject } from './syntax'

/** One object of the file, or a trailer (number -1). */
export interface PdfObject {
  readonly number: number
  readonly generation: number
  readonly value: PdfValue
  /** Where the bytes of its stream begin; 0 = it has none. */
  readonly streamAt: number
  /** It stands in an object stream. */
  readonly isPacked: boolean
}

/** The file asks to be read again and again, or holds an object that no program writes. */
export class TooMuch extends Error {}

const FIRST_WINDOW = 4 * 1024
/** A signature or a form's picture may be some 100 KB in one object. */
const LARGEST_WINDOW = 4 * 1024 * 1024
/** Objects may begin inside of others (strings, streams): to read each of them is bounded by so many times the file. */
const MOST_TIMES = 3
const FIRST_ROOM = 1024 * 1024
/** Longest text before `obj`: two numbers and what separates them. */
const NUMBERS = 40

/**
 * Every object that begins anywhere in the file, also inside of a stream, a string or a comment, and every trailer: the
 * file's own tables of where objects are may lie or be broken, and readers then search like this too. Throws TooMuch.
 */
export async function* objectsIn(file: FileBytes): AsyncGenerator<PdfObject, void, undefined> {
  let room = file.size * MOST_TIMES + FIRST_ROOM
  for await (const { at, numbers } of beginnings(file)) {
    const { value, next, read } = await objectAt(file, at)
    room -= read
    if (room < 0) throw new TooMuch('pdf')
    yield { ...numbers, value, streamAt: await streamAt(file, next), isPacked: false }
  }
}

interface Beginning {
  readonly at: number
  readonly numbers: { readonly number: number; readonly generation: number }
}

async function* beginnings(file: FileBytes): AsyncGenerator<Beginning, void, undefined> {
  for (let start = 0; start < file.size; start += PIECE) {
    const from = Math.max(0, start - NUMBERS)
    const piece = await file.read(from, start - from + PIECE + 8)
    passedOn(piece.length)
    yield* wordsIn(piece, 'obj', start - from).map((at) => ({ at: from + at + 3, numbers: numbersBefore(piece, at) }))
    const none = { number: -1, generation: 0 }
    yield* wordsIn(piece, 'trailer', start - from).map((at) => ({ at: from + at + 7, numbers: none }))
  }
}

/** Places in the piece where a word stands that is no part of a longer one such as `endobj`. */
function wordsIn(piece: Buffer, word: string, from: number): number[] {
  const places: number[] = []
  for (let at = piece.indexOf(word, from, 'latin1'); at >= 0; at = piece.indexOf(word, at + 1, 'latin1')) {
    const before = String.fromCharCode(piece[at - 1] ?? 32)
    if (at < from + PIECE && !/[A-Za-z]/.test(before)) places.push(at)
  }
  return places
}

function numbersBefore(piece: Buffer, at: number): Beginning['numbers'] {
  const [, number = '-1', generation = ''] =
    /(\d+)[\s\0]+(\d+)[\s\0]*$/.exec(piece.toString('latin1', Math.max(0, at - NUMBERS), at)) ?? []
  return { number: Number(number), generation: Number(generation) }
}

async function objectAt(file: FileBytes, at: number): Promise<{ value: PdfValue; next: number; read: number }> {
  let read = 0
  for (let window = FIRST_WINDOW; ; window *= 8) {
    const bytes = await file.read(at, window)
    const { value, next, cut } = readPdfObject(bytes, 0)
    read += next
    if (!cut || bytes.length < window) return { value, next: at + next, read }
    if (window > LARGEST_WINDOW) throw new TooMuch('pdf')
  }
}

/** The word `stream` and the end of its line (ISO 32000-1, 7.3.8.1). */
async function streamAt(file: FileBytes, at: number): Promise<number> {
  const after = (await file.read(at, 64)).toString('latin1')
  const word = /^[\s\0]*stream(\r\n|\n|\r)?/.exec(after)
  return word ? at + word[0].length : 0
}
