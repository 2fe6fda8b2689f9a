import { endOf, startOf } from '../../cloudfunctions/domain/audit/days'
import type { AuditKeys } from '../../cloudfunctions/domain/audit/keys'
import { hashOfRows, hashOfSeal, inOrder, macOf } from '../../cloudfunctions/domain/audit/signed'
import type { AuditRow } from '../../cloudfunctions/stores/audit-log'
import type { AuditSeal } from '../../cloudfunctions/stores/audit-seals'
import type { AuditExport } from './exported'
import { gapsOf } from './gaps'

/** What the log of `scheduler` said last (`"event":"audit","code":"SEALED"`). */
export interface Told {
  readonly number: number
  readonly hash?: string
}

export interface Verdict {
  /** What cannot be by itself: something was changed, removed, put in or reordered. */
  readonly findings: readonly string[]
  /** What can be, and should be known. */
  readonly notes: readonly string[]
  readonly sealed: number
  readonly unsealed: readonly AuditRow[]
  readonly lastSeal: AuditSeal | undefined
}

/** Checks all of a log against itself, with the key. */
export function verifyAudit(log: AuditExport, keys: AuditKeys, told?: Told): Verdict {
  const findings: string[] = []
  const notes: string[] = []
  if (log.strange > 0) findings.push(`${log.strange} lines are no part of an audit log`)

  const rows = new Map<string, AuditRow>()
  const changed = new Set<string>()
  for (const row of log.rows) {
    if (rows.has(row._id)) findings.push(`row ${row._id} is there twice`)
    else if (row.mac === macOf('row', row, keys)) rows.set(row._id, row)
    else {
      // What has a false signature says nothing: it is not even there.
      findings.push(`row ${row._id} is not as it was written`)
      changed.add(row._id)
    }
  }
  const seals = chainOf(log.seals, keys, findings, notes)
  const removal = lastRemovalOf(seals)
  const removedBefore = removal ? endOf(removal.day) : -Infinity

  const held = new Set<string>()
  const last = seals.at(-1)
  for (const seal of seals) {
    const where = { held, changed, isOver: startOf(seal.day) < removedBefore, isLast: seal === last }
    if (seal.kind === 'rows') checkRows(seal, rows, where, findings)
  }
  const unsealed = inOrder([...rows.values()].filter(({ _id }) => !held.has(_id)))
  for (const { _id, seal } of unsealed) {
    if (seal > 0) findings.push(`row ${_id} was sealed in ${seal}, which does not hold it`)
  }
  const gaps = gapsOf([...rows.values()], seals, removedBefore)
  findings.push(...gaps.findings)
  notes.push(...gaps.notes)
  checkEnd(log, seals, keys, told, findings, notes)
  return { findings, notes, sealed: held.size, unsealed, lastSeal: last }
}

const lastRemovalOf = (seals: readonly AuditSeal[]): AuditSeal | undefined =>
  seals.filter(({ kind }) => kind === 'removal').at(-1)

/** The links whose signature is right, in their order; whether one is missing between them, or at their beginning. */
function chainOf(
  all: readonly AuditSeal[],
  keys: AuditKeys,
  findings: string[],
  notes: string[],
): readonly AuditSeal[] {
  const seals: AuditSeal[] = []
  const sortedSeals = [...all].sort((a, b) => a.number - b.number)
  for (const seal of sortedSeals) {
    if (seal.mac !== macOf('seal', seal, keys)) findings.push(`seal ${seal._id} is not as it was written`)
    else if (seals.at(-1)?.number === seal.number) findings.push(`seal ${seal.number} is there twice`)
    else seals.push(seal)
  }
  for (const [n, seal] of seals.entries()) {
    const before = seals[n - 1]
    if (!before) continue
    if (before.number !== seal.number - 1) {
      findings.push(`seals ${before.number + 1}–${seal.number - 1} are missing`)
    } else if (seal.previous !== hashOfSeal(before))
      findings.push(`seal ${seal.number} does not follow ${before.number}`)
  }
  const [first] = seals
  const removal = lastRemovalOf(seals)
  const from = removal?.firstKept ?? 1
  if (first && first.number > from) findings.push(`seals ${from}–${first.number - 1} are missing`)
  if (first && first.number === from && first.previous !== (removal?.keptAfter ?? '')) {
    findings.push(`seal ${first.number} is not the first one that was kept`)
  }
  if (removal) notes.push(`all days up to ${removal.day} were removed (seal ${removal.number})`)
  return seals
}

/** Whether the rows of a link are all there, and in their order. */
function checkRows(
  seal: AuditSeal,
  rows: ReadonlyMap<string, AuditRow>,
  {
    held,
    changed,
    isOver,
    isLast,
  }: {
    readonly held: Set<string>
    readonly changed: ReadonlySet<string>
    readonly isOver: boolean
    readonly isLast: boolean
  },
  findings: string[],
): void {
  const own: AuditRow[] = []
  const missing: string[] = []
  for (const { writer, from, to } of seal.spans) {
    for (let n = from; n <= to; n += 1) {
      const _id = `${writer}-${n}`
      const row = rows.get(_id)
      if (!row) missing.push(_id)
      else {
        own.push(row)
        // The mark only finds rows that wait. A run that died has not marked those of the last link.
        if (row.seal !== seal.number && (row.seal !== 0 || !isLast))
          findings.push(`row ${_id} is marked as of another seal`)
      }
      if (held.has(_id)) findings.push(`row ${_id} is sealed twice`)
      held.add(_id)
    }
  }
  if (isOver) return
  for (const _id of missing) if (!changed.has(_id)) findings.push(`row ${_id} of seal ${seal.number} is missing`)
  const ordered = inOrder(own)
  const isWhole = missing.length === 0
  if (isWhole && (ordered.length !== seal.count || hashOfRows(ordered) !== seal.rowsHash)) {
    findings.push(`the rows of seal ${seal.number} are not those that were sealed`)
  }
}

/** Whether links were taken off the end. */
function checkEnd(
  { heads, rows }: AuditExport,
  seals: readonly AuditSeal[],
  keys: AuditKeys,
  told: Told | undefined,
  findings: string[],
  notes: string[],
): void {
  const last = seals.at(-1)
  const end = last?.number ?? 0
  const [head, ...more] = heads
  if (more.length > 0) findings.push('there is more than one head')
  if (!head && end > 0) findings.push('the head is missing')
  if (!head && end === 0 && rows.some(({ seal }) => seal > 0)) findings.push('all seals are missing')
  if (head && head.mac !== macOf('head', head, keys)) findings.push('the head is not as it was written')
  else if (head) {
    const at = seals.find(({ number }) => number === head.number)
    if (!at) findings.push(`the head is seal ${head.number}: the chain ends before, with ${end}`)
    else if (hashOfSeal(at) !== head.hash) findings.push(`the head is another seal ${head.number}`)
    else if (end - head.number === 1) notes.push(`seal ${end} was made and is not the head yet`)
    else if (end > head.number) findings.push(`the head stayed at seal ${head.number}, the chain ends with ${end}`)
  }
  if (!told) return
  const at = seals.find(({ number }) => number === told.number)
  if (!at && told.number >= (seals[0]?.number ?? 0)) {
    findings.push(`the log of scheduler told of seal ${told.number}, which is missing`)
  }
  if (at && told.hash !== undefined && hashOfSeal(at) !== told.hash) {
    findings.push(`the log of scheduler told of another seal ${told.number}`)
  }
}
