import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { type CallBudget } from '../../kernel/context'
import { log } from '../../kernel/log'
import { type AuditRow, listUnsealed, markSealed } from '../../stores/audit-log'
import { type AuditSeal, type AuditSpan } from '../../stores/audit-seals'
import { append, endAt, endOfChain, type Link } from './chain'
import { hashOfRows, inOrder } from './signed'
import { keysInUse } from './write'

/** Rows of one link at most. */
const BATCH = 500

/** The rows of each writer as runs of numbers. */
function spansOf(rows: readonly Pick<AuditRow, 'writer' | 'n'>[]): readonly AuditSpan[] {
  const spans: { writer: string; from: number; to: number }[] = []
  const sorted = [...rows].sort((a, b) => (a.writer === b.writer ? a.n - b.n : a.writer < b.writer ? -1 : 1))
  for (const { writer, n } of sorted) {
    const last = spans.at(-1)
    if (last?.writer === writer && last.to === n - 1) last.to = n
    else spans.push({ writer, from: n, to: n })
  }
  return spans
}

/** A link that holds these rows, all of one day. @param rows in their order, one at least */
export function linkOver(rows: readonly AuditRow[]): Link {
  const [firstAt = 0, lastAt = 0] = [rows[0]?.at, rows.at(-1)?.at]
  const counted = { count: rows.length, firstAt, lastAt, rowsHash: hashOfRows(rows) }
  return { kind: 'rows', day: toBeijingDate(firstAt), spans: spansOf(rows), ...counted, firstKept: 0, keptAfter: '' }
}

/** Those of the oldest day among them. */
function oldestDay(rows: readonly AuditRow[]): readonly AuditRow[] {
  const sorted = inOrder(rows)
  const day = toBeijingDate(sorted[0]?.at ?? 0)
  return sorted.filter(({ at }) => toBeijingDate(at) === day)
}

/** A run that died after its link has not marked the rows of it: done again, it changes nothing. */
async function markAll({ number, spans }: AuditSeal): Promise<void> {
  const ids = spans.flatMap(({ writer, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, n) => `${writer}-${from + n}`),
  )
  if (ids.length > 0) await markSealed(ids, number)
}

/**
 * Seals the rows that no link holds, whenever they were written: what came late goes into a later link. Two runs at once make
 * one chain, because a link's number exists once.
 */
export async function sealAudit({ requestId, deadline }: CallBudget): Promise<Readonly<Record<string, number>>> {
  const keys = keysInUse()
  let end = await endOfChain(requestId, keys)
  if (end.seal) await markAll(end.seal)
  let sealed = 0
  while (Date.now() < deadline) {
    const open = await listUnsealed(BATCH)
    if (open.length === 0) break
    const rows = oldestDay(open)
    const seal = await append(end, linkOver(rows), Date.now(), keys)
    if (!seal) break
    log({ requestId, event: 'audit', code: 'SEALED', number: seal.number, count: seal.count, hash: endAt(seal).hash })
    await markAll(seal)
    end = endAt(seal)
    sealed += rows.length
  }
  return { sealed, lastSeal: end.number }
}
