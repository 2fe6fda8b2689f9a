import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { fromStored } from '../../sandbox/cloud/database/ejson'
import { type AuditExport, parsedLines, sorted } from './exported'

const COLLECTIONS = ['audit_log', 'audit_seals', 'audit_head']

/** A log in files of JSON lines: one of `export`, or those that WeChat's console exports, one a collection. */
export const readFiles = (paths: readonly string[]): AuditExport =>
  sorted(paths.flatMap((path) => [...parsedLines(readFileSync(path, 'utf8'))]))

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
