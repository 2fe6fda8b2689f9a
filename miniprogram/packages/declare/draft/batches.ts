import type { FormPatch } from '../../../shared/domain/declaration'
import { byteSize, type AnswerValue, type RowSplice, type TableRow } from '../../../shared/form/index'

/** Room for the patches of one save: a cloud call takes about 100 KB, its envelope and ids less than the rest. */
export const BATCH_BYTES = 96 * 1024

/** Names, indexes and brackets around one value or row. */
const AROUND_BYTES = 160

/** The smallest things that travel: one field, or one row with what it replaces. */
type Piece =
  | { readonly materialId: string; readonly fieldId: string; readonly value: AnswerValue }
  | { readonly materialId: string; readonly fieldId: string; readonly splice: RowSplice }

/**
 * Patches that are too large for one call, as several saves in order. Each is applied to what the one before left, so
 * a table arrives in stretches of rows; an empty list of patches is no save.
 */
export function inBatches(patches: readonly FormPatch[], limit = BATCH_BYTES): FormPatch[][] {
  const batches: Batch[] = []
  for (const piece of patches.flatMap(piecesOf)) {
    const last = batches[batches.length - 1]
    const bytes = bytesOf(piece)
    if (last && last.bytes + bytes <= limit) last.add(piece, bytes)
    else batches.push(new Batch(piece, bytes))
  }
  return batches.map((batch) => batch.patches)
}

function piecesOf({ materialId, answers, rows = {} }: FormPatch): Piece[] {
  const fields = Object.entries(answers).map(([fieldId, value]) => ({ materialId, fieldId, value }))
  const tables = Object.entries(rows).flatMap(([fieldId, splices]) =>
    splices.flatMap(rowByRow).map((splice) => ({ materialId, fieldId, splice })),
  )
  return [...fields, ...tables]
}

function rowByRow({ at, remove, insert }: RowSplice): RowSplice[] {
  const [first, ...rest] = insert
  const head = { at, remove, insert: first ? [first] : [] }
  return [head, ...rest.map((row, i) => ({ at: at + 1 + i, remove: 0, insert: [row] }))]
}

const bytesOf = (piece: Piece): number =>
  byteSize(JSON.stringify('splice' in piece ? piece.splice.insert : piece.value)) + AROUND_BYTES

/** Patches that travel together. */
class Batch {
  private readonly forms = new Map<
    string,
    { answers: Record<string, AnswerValue>; rows: Record<string, RowSplice[]> }
  >()
  bytes = 0

  constructor(piece: Piece, bytes: number) {
    this.add(piece, bytes)
  }

  add(piece: Piece, bytes: number): void {
    this.bytes += bytes
    const form = this.forms.get(piece.materialId) ?? { answers: {}, rows: {} }
    this.forms.set(piece.materialId, form)
    if ('splice' in piece) append((form.rows[piece.fieldId] ??= []), piece.splice)
    else form.answers[piece.fieldId] = piece.value
  }

  get patches(): FormPatch[] {
    return [...this.forms].map(([materialId, { answers, rows }]) =>
      Object.keys(rows).length > 0 ? { materialId, answers, rows } : { materialId, answers },
    )
  }
}

/** A row that goes on where the last splice ended becomes part of it. */
function append(splices: RowSplice[], next: RowSplice): void {
  const last = splices[splices.length - 1]
  const goesOn = last !== undefined && next.remove === 0 && next.at === last.at + last.insert.length
  if (goesOn) splices[splices.length - 1] = { ...last, insert: joined(last.insert, next.insert) }
  else splices.push(next)
}

const joined = (a: readonly TableRow[], b: readonly TableRow[]): readonly TableRow[] => [...a, ...b]
