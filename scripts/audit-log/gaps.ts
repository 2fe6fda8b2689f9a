import type { AuditRow } from '../../cloudfunctions/stores/audit-log'
import type { AuditSeal } from '../../cloudfunctions/stores/audit-seals'

/** A row may still be on its way for so long after a later one of its writer. */
const ON_ITS_WAY_MS = 5 * 60_000

/** When a writer began, ms since the epoch. */
const beganAt = (writer: string): number => Number.parseInt(writer.slice(0, 12), 16)

function byWriter(rows: readonly AuditRow[]): ReadonlyMap<string, readonly AuditRow[]> {
  const found = new Map<string, AuditRow[]>()
  for (const row of rows) {
    const own = found.get(row.writer)
    if (own) own.push(row)
    else found.set(row.writer, [row])
  }
  return found
}

/** What is sealed and not there is a matter of the seal. */
function numbersIn(seals: readonly AuditSeal[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const { writer, from, to } of seals.flatMap(({ spans }) => spans)) {
    const own = found.get(writer) ?? []
    for (let n = from; n <= to; n += 1) own.push(n)
    found.set(writer, own)
  }
  return found
}

/**
 * The numbers of each writer that are neither there nor said to be lost: by rows, also those that no seal holds yet.
 * @param removedBefore ms since the epoch: what was written earlier was removed lawfully
 */
export function gapsOf(
  rows: readonly AuditRow[],
  seals: readonly AuditSeal[],
  removedBefore: number,
): { readonly findings: readonly string[]; readonly notes: readonly string[] } {
  const findings: string[] = []
  const notes: string[] = []
  const newest = [...rows, ...seals].reduce((latest, { at }) => Math.max(latest, at), 0)
  const sealed = numbersIn(seals)
  for (const [writer, own] of byWriter(rows)) {
    const lost = new Set(own.flatMap((row) => row.lost))
    const known = new Set([...own.map(({ n }) => n), ...lost, ...(sealed.get(writer) ?? [])])
    const ordered = [...own].sort((a, b) => a.n - b.n)
    let next = beganAt(writer) < removedBefore ? (ordered[0]?.n ?? 1) : 1
    for (const { n, at } of ordered) {
      for (; next < n; next += 1) {
        if (known.has(next)) continue
        const words = `row ${writer}-${next} is missing before ${writer}-${n}`
        if (newest - at < ON_ITS_WAY_MS) notes.push(`${words}; it may be on its way`)
        else findings.push(words)
      }
      next = n + 1
    }
    const told = [...lost].filter((n) => !own.some((row) => row.n === n))
    if (told.length > 0) notes.push(`writer ${writer} could not write ${told.length} rows (AUDIT_LOST in the log)`)
  }
  return { findings, notes }
}
