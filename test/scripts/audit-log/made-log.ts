import { endAt, headAt, linkAfter, type Link } from '../../../cloudfunctions/domain/audit/chain'
import { auditKeys, pseudonym } from '../../../cloudfunctions/domain/audit/keys'
import { linkOver } from '../../../cloudfunctions/domain/audit/seal'
import { hashOfRows, hashOfSeal, inOrder, macOf } from '../../../cloudfunctions/domain/audit/signed'
import { type AuditRow } from '../../../cloudfunctions/stores/audit-log'
import { type AuditSeal } from '../../../cloudfunctions/stores/audit-seals'
import { type AuditExport } from '../../../scripts/audit-log/exported'

/** A log as the functions would have written it, made without them: hours, days and deaths are the test's to say. */

export const KEY = Buffer.alloc(32, 1).toString('base64')
export const KEYS = auditKeys(KEY)
export const OTHER_KEYS = auditKeys(Buffer.alloc(32, 2).toString('base64'))
export const MINUTE = 60_000
/** Noon in Beijing. */
export const NOON = Date.parse('2026-11-20T12:00:00+08:00')

export const writerAt = (began: number, name: string): string => `${began.toString(16).padStart(12, '0')}${name}`

export function rowOf(writer: string, n: number, at: number, more: Partial<AuditRow> = {}, keys = KEYS): AuditRow {
  const row = {
    _id: `${writer}-${n}`,
    at,
    writer,
    n,
    lost: [],
    user: pseudonym(keys, 'user', 'U-1'),
    wechat: pseudonym(keys, 'wechat', 'openid-1'),
    identity: 'person' as const,
    action: 'declaration.open',
    objects: ['draft:00ff'],
    outcome: 'OK',
    requestId: 'request-0001',
    upstream: ['req2026', 'req2027'],
    ...more,
  }
  return { ...row, mac: macOf('row', row, keys), seal: more.seal ?? 0 }
}

/** Each list of rows as one link; rows are marked with it. */
export class MadeLog {
  readonly seals: AuditSeal[] = []
  readonly rows: AuditRow[] = []

  seal(rows: readonly AuditRow[], at: number): this {
    this.add(linkOver(inOrder(rows)), at)
    this.rows.push(...rows.map((row) => ({ ...row, seal: this.seals.length })))
    return this
  }

  removal(day: string, firstKept: number, at: number, after?: string): this {
    const before = this.seals.find(({ number }) => number === firstKept - 1)
    const keptAfter = after ?? (before ? hashOfSeal(before) : '')
    const nothing = { spans: [], count: 0, firstAt: 0, lastAt: 0, rowsHash: hashOfRows([]) }
    return this.add({ kind: 'removal', day, ...nothing, firstKept, keptAfter }, at)
  }

  /** Rows that wait. */
  wait(...rows: readonly AuditRow[]): this {
    this.rows.push(...rows)
    return this
  }

  get log(): AuditExport {
    const last = this.seals.at(-1)
    return { rows: this.rows, seals: this.seals, heads: last ? [headAt(endAt(last), KEYS)] : [], strange: 0 }
  }

  private add(link: Link, at: number): this {
    const last = this.seals.at(-1)
    this.seals.push(linkAfter(last ? endAt(last) : { number: 0, hash: '', seal: undefined }, link, at, KEYS))
    return this
  }
}
