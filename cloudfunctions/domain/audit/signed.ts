import { createHash, createHmac } from 'node:crypto'
import { type AuditHead } from '../../stores/audit-head'
import { type AuditRow } from '../../stores/audit-log'
import { type AuditSeal } from '../../stores/audit-seals'
import { type AuditKeys } from './keys'

/** What is signed of each kind, in this order: a member that is not named here is not believed. */
const MEMBERS = {
  row: [
    '_id',
    'at',
    'writer',
    'n',
    'lost',
    'user',
    'wechat',
    'identity',
    'action',
    'objects',
    'outcome',
    'requestId',
    'upstream',
  ],
  seal: [
    '_id',
    'number',
    'kind',
    'at',
    'day',
    'previous',
    'spans',
    'count',
    'firstAt',
    'lastAt',
    'rowsHash',
    'firstKept',
    'keptAfter',
  ],
  head: ['_id', 'number', 'hash'],
} as const

interface Signed {
  readonly row: Omit<AuditRow, 'mac' | 'seal'>
  readonly seal: Omit<AuditSeal, 'mac'>
  readonly head: Omit<AuditHead, 'mac'>
}

/** Whatever was stored, read as it is: a number that became a text is another value. */
const bytesOf = <K extends keyof Signed>(kind: K, value: Signed[K]): string => {
  const { spans, ...plain } = value as Readonly<Record<string, unknown>>
  const flat = { ...plain, spans: spansOf(spans) }
  return JSON.stringify([
    `audit ${kind}, 1`,
    ...MEMBERS[kind].map((member) => (flat as Record<string, unknown>)[member]),
  ])
}

/** The order of an object's members is the database's own. */
const spansOf = (spans: unknown): unknown =>
  Array.isArray(spans)
    ? (spans as readonly Record<string, unknown>[]).map((span) => [span['writer'], span['from'], span['to']])
    : spans

export const macOf = <K extends keyof Signed>(kind: K, value: Signed[K], keys: AuditKeys): string =>
  createHmac('sha256', keys.signs).update(bytesOf(kind, value)).digest('base64url')

/** What the next link names as the one before. */
export const hashOfSeal = (seal: AuditSeal): string =>
  createHash('sha256')
    .update(JSON.stringify([bytesOf('seal', seal), seal.mac]))
    .digest('base64url')

/** The order of rows: by time, those of one millisecond by id. */
export const inOrder = <Row extends Pick<AuditRow, '_id' | 'at'>>(rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((a, b) => a.at - b.at || (a._id < b._id ? -1 : 1))

/** @param rows in their order */
export const hashOfRows = (rows: readonly Pick<AuditRow, 'mac'>[]): string =>
  createHash('sha256')
    .update(JSON.stringify(rows.map(({ mac }) => mac)))
    .digest('base64url')
