import { closeSync, existsSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import Database from 'libsql'
import { fromStored } from '../../sandbox/cloud/database/ejson'
import { type AuditExport, parsedLines, sorted } from './exported'

const COLLECTIONS = ['audit_log', 'audit_seals', 'audit_head']

/** A log in files of JSON lines: one of `export`, or those that WeChat's console exports, one a collection. */
export const readFiles = (paths: readonly string[]): AuditExport => sorted(parsedLines(linesOf(paths)))

const PIECE_BYTES = 1 << 20

/** Half a year may be more than Node takes as one text (512 MB). */
function* linesOf(paths: readonly string[]): Generator<string> {
  for (const path of paths) {
    const file = openSync(path, 'r')
    try {
      const decoder = new StringDecoder('utf8')
      const piece = Buffer.alloc(PIECE_BYTES)
      let rest = ''
      for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) {
        const lines = (rest + decoder.write(piece.subarray(0, size))).split('\n')
        rest = lines.pop() ?? ''
        yield* lines
      }
      yield rest + decoder.end()
    } finally {
      closeSync(file)
    }
  }
}

/** Writes lines into a new file, or over an old one. */
export function writeLines(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'w')
  try {
    for (const line of lines) writeSync(file, `${line}\n`)
  } finally {
    closeSync(file)
  }
}

/** The log of a sandbox, running or not. @param data its data folder */
export function readSandbox(data: string): AuditExport {
  const file = join(data, 'cloud', 'cloud.sqlite')
  if (!existsSync(file)) throw new Error(`there is no sandbox in ${data}: npm start, or name an export`)
  const sql = new Database(file, { readonly: true })
  try {
    const marks = COLLECTIONS.map(() => '?').join(', ')
    const found = sql.prepare(`select body from document where collection in (${marks})`).all(...COLLECTIONS)
    return sorted((found as { readonly body: string }[]).map(({ body }) => fromStored(body)))
  } finally {
    sql.close()
  }
}
