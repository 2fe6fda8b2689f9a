import type { AuditHead } from '../../cloudfunctions/stores/audit-head'
import type { AuditRow } from '../../cloudfunctions/stores/audit-log'
import type { AuditSeal } from '../../cloudfunctions/stores/audit-seals'
import { fromStored } from '../../sandbox/cloud/database/ejson'

/** All of an audit log, as it was exported or stands in the sandbox. Nothing in it is believed before it was verified. */
export interface AuditExport {
  readonly rows: readonly AuditRow[]
  readonly seals: readonly AuditSeal[]
  readonly heads: readonly AuditHead[]
  /** Lines that are none of these. */
  readonly strange: number
}

const has = (value: object, ...members: readonly string[]): boolean => members.every((member) => member in value)

/** One stored document after the other, of all three collections in any order. */
export function sorted(documents: Iterable<unknown>): AuditExport {
  const rows: AuditRow[] = []
  const seals: AuditSeal[] = []
  const heads: AuditHead[] = []
  let strange = 0
  for (const value of documents) {
    if (typeof value !== 'object' || value === null) strange += 1
    else if (has(value, 'writer', 'n', 'action')) rows.push(value as AuditRow)
    else if (has(value, 'number', 'previous', 'rowsHash')) seals.push(value as AuditSeal)
    else if (has(value, 'number', 'hash')) heads.push(value as AuditHead)
    else strange += 1
  }
  return { rows, seals, heads, strange }
}

/**
 * JSON lines, as `export` here writes them, or extended JSON, as a database may (`{"$numberLong": …}`); a line
 * that is no JSON counts as strange.
 */
export function* parsedLines(lines: Iterable<string>): Generator {
  for (const line of lines) {
    if (line.trim() === '') continue
    try {
      yield fromStored(line)
    } catch {
      yield undefined
    }
  }
}

/** As it is exported: links with the head first, then rows in the order of time. */
export function* toLines({ rows, seals, heads }: AuditExport): Generator<string> {
  const inNumbers = [...seals].sort((a, b) => a.number - b.number)
  const inTime = [...rows].sort((a, b) => a.at - b.at)
  for (const part of [heads, inNumbers, inTime]) for (const value of part) yield JSON.stringify(value)
}
