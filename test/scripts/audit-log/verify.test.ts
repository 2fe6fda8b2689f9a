import { type AuditRow } from '../../../cloudfunctions/stores/audit-log'
import { type AuditSeal } from '../../../cloudfunctions/stores/audit-seals'
import { type AuditExport, parsedLines, sorted, toLines } from '../../../scripts/audit-log/exported'
import { findRows } from '../../../scripts/audit-log/find'
import { verifyAudit } from '../../../scripts/audit-log/verify'
import { KEYS, MadeLog, MINUTE, NOON, OTHER_KEYS, rowOf, writerAt } from './made-log'

/** Whatever is edited, removed, put in, swapped or cut off is found; what happens by itself is not called a fraud. */

const A = writerAt(NOON - MINUTE, 'aaaaaaaa')
const B = writerAt(NOON - MINUTE, 'bbbbbbbb')

/** Two writers, three links, and rows that wait; the last link is a quarter of an hour old. */
const made = (): MadeLog =>
  new MadeLog()
    .seal([rowOf(A, 1, NOON), rowOf(B, 1, NOON), rowOf(A, 2, NOON + 1)], NOON + MINUTE)
    .seal([rowOf(A, 3, NOON + MINUTE), rowOf(B, 2, NOON + MINUTE + 5)], NOON + 2 * MINUTE)
    .seal([rowOf(A, 4, NOON + 3 * MINUTE), rowOf(A, 5, NOON + 3 * MINUTE)], NOON + 4 * MINUTE)
    .wait(rowOf(B, 3, NOON + 20 * MINUTE), rowOf(B, 4, NOON + 20 * MINUTE))

const findings = (log: AuditExport): readonly string[] => verifyAudit(log, KEYS).findings
const withRows = (change: (rows: AuditRow[]) => readonly AuditRow[]): readonly string[] => {
  const { log } = made()
  return findings({ ...log, rows: change([...log.rows]) })
}
const withSeals = (change: (seals: AuditSeal[]) => readonly AuditSeal[]): readonly string[] => {
  const { log } = made()
  return findings({ ...log, seals: change([...log.seals]) })
}

const put = <T>(all: readonly T[], at: number, value: T): readonly T[] => all.map((old, n) => (n === at ? value : old))

/** Another value of the same kind. */
function edited(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'string') return `${value}x`
  return Array.isArray(value) ? [...(value as unknown[]), value.length > 0 ? (value as unknown[])[0] : 1] : value
}

describe('a log that nobody touched', () => {
  test('is whole, with what waits for its seal, and is read again from its lines in any order', () => {
    const { log } = made()
    const verdict = verifyAudit(log, KEYS, { number: 2 })
    expect(verdict.findings).toEqual([])
    expect(verdict.sealed).toBe(7)
    expect(verdict.unsealed.map(({ _id }) => _id)).toEqual([`${B}-3`, `${B}-4`])
    const lines = [...toLines(log)].reverse()
    expect(findings(sorted(parsedLines(lines)))).toEqual([])
    // As a database exports whole numbers that are too long for 32 bits.
    const long = lines.map((line) => line.replace(/"at":(\d+)/, '"at":{"$numberLong":"$1"}'))
    expect(findings(sorted(parsedLines(long)))).toEqual([])
  })

  test('a row that came after its minute was sealed is in a later link', () => {
    const late = new MadeLog()
      .seal([rowOf(A, 1, NOON), rowOf(A, 3, NOON + 2)], NOON + MINUTE)
      .seal([rowOf(B, 1, NOON + 70 * MINUTE)], NOON + 71 * MINUTE)
      .seal([rowOf(A, 2, NOON + 1)], NOON + 72 * MINUTE)
    expect(findings(late.log)).toEqual([])
  })

  test('a number that its writer could not write is no gap, and is told', () => {
    const { log } = made().wait(rowOf(B, 6, NOON + 21 * MINUTE, { lost: [5] }), rowOf(A, 6, NOON + 60 * MINUTE))
    const verdict = verifyAudit(log, KEYS)
    expect(verdict.findings).toEqual([])
    expect(verdict.notes).toEqual([`writer ${B} could not write 1 rows (AUDIT_LOST in the log)`])
  })

  test('a run that died after its link, before it marked the rows or moved the head, has changed nothing', () => {
    const { log, seals } = made()
    const rows = log.rows.map((row) => (row.seal === 3 ? { ...row, seal: 0 } : row))
    expect(findings({ ...log, rows })).toEqual([])
    const earlier = new MadeLog()
    earlier.seals.push(...seals.slice(0, 2))
    const verdict = verifyAudit({ ...log, heads: earlier.log.heads }, KEYS)
    expect(verdict).toMatchObject({ findings: [], notes: ['seal 3 was made and is not the head yet'] })
  })

  test('whole days that were removed with a link that says so are not missed; nor is what is still to go', () => {
    const DAY = 24 * 60 * MINUTE
    const log = new MadeLog()
      .seal([rowOf(A, 1, NOON), rowOf(A, 2, NOON + 1)], NOON + MINUTE)
      .seal([rowOf(A, 3, NOON + DAY), rowOf(A, 4, NOON + DAY)], NOON + DAY + MINUTE)
      .seal([rowOf(B, 1, NOON + MINUTE)], NOON + DAY + 2 * MINUTE)
      .removal('2026-11-20', 2, NOON + 186 * DAY)
      .wait(rowOf(A, 5, NOON + 186 * DAY)).log
    expect(findings(log)).toEqual([])
    const kept = log.rows.filter(({ at }) => at >= NOON + DAY / 2)
    expect(findings({ ...log, rows: kept })).toEqual([])
    expect(findings({ ...log, rows: kept, seals: log.seals.slice(1) })).toEqual([])
    // More than it says was not removed lawfully.
    expect(findings({ ...log, rows: kept.slice(1), seals: log.seals.slice(1) })).toContain(
      `row ${A}-3 of seal 2 is missing`,
    )
    expect(findings({ ...log, rows: kept, seals: log.seals.slice(2) })).toContain('seals 2–2 are missing')
    expect(findings({ ...log, rows: kept, seals: log.seals.slice(1, 3) })).not.toEqual([])
    const other = new MadeLog()
      .seal([rowOf(A, 1, NOON)], NOON + MINUTE)
      .seal([rowOf(A, 2, NOON + DAY)], NOON + DAY + MINUTE)
      .removal('2026-11-20', 2, NOON + 186 * DAY, 'another link').log
    expect(findings({ ...other, rows: other.rows.slice(1), seals: other.seals.slice(1) })).toEqual([
      'seal 2 is not the first one that was kept',
    ])
  })
})

describe('rows', () => {
  const { rows } = made().log
  const each = rows.flatMap((row, at) => Object.keys(row).map((member) => [row._id, member, at] as const))

  test.each(each)('%s: an edit of %s is found', (_id, member, at) => {
    const told = withRows((all) =>
      put(all, at, { ...all[at], [member]: edited(all[at]?.[member as never]) } as AuditRow),
    )
    expect(told).not.toEqual([])
  })

  // The last one of a writer that no link holds yet may be missing unseen: that is the window, and verify states it.
  test.each(rows.slice(0, -1).map(({ _id }, at) => [_id, at] as const))('a removal of %s is found', (_id, at) => {
    const later = rowOf(B, 5, NOON + 40 * MINUTE)
    const { log } = made().wait(later)
    const left = log.rows.filter((_, n) => n !== at)
    // Long enough after, so that it cannot be on its way.
    const clock = rowOf(writerAt(NOON, 'cccccccc'), 1, NOON + 60 * MINUTE)
    expect(findings({ ...log, rows: [...left, clock] }).join()).toContain(_id)
  })

  test.each(rows.flatMap((_, a) => rows.slice(a + 1).map((__, n) => [a, a + 1 + n] as const)))(
    'what %i and %i say, swapped, is found',
    (a, b) => {
      const [one, other] = [rows[a], rows[b]] as [AuditRow, AuditRow]
      const places = ({ _id, at, writer, n, seal }: AuditRow) => ({ _id, at, writer, n, seal })
      const told = withRows((all) => put(put(all, a, { ...other, ...places(one) }), b, { ...one, ...places(other) }))
      expect(told).not.toEqual([])
      const marks = withRows((all) => put(put(all, a, { ...one, seal: other.seal }), b, { ...other, seal: one.seal }))
      expect(marks.length > 0).toBe(one.seal !== other.seal)
    },
  )

  test.each([1, 2, 3, 7, 9])(
    'the last %i cut off are found once the chain has them, or their writer goes on',
    (cut) => {
      const { log } = made().seal([rowOf(B, 5, NOON + 50 * MINUTE)], NOON + 60 * MINUTE)
      const gone = [...log.rows].filter((row) => row.n < 5 || row.writer !== B).slice(-cut)
      expect(findings({ ...log, rows: log.rows.filter((row) => !gone.includes(row)) })).not.toEqual([])
    },
  )

  test('the first ones of a writer are missed, too, also before they were sealed', () => {
    const c = writerAt(NOON, 'cccccccc')
    const { log } = made().wait(rowOf(c, 2, NOON + 30 * MINUTE), rowOf(A, 6, NOON + 60 * MINUTE))
    expect(findings(log)).toEqual([`row ${c}-1 is missing before ${c}-2`])
  })

  test('one that was written anew with the very key, or sealed twice', () => {
    const anew = { ...rowOf(A, 1, NOON, { outcome: 'NOT_FOUND' }), seal: 1 }
    expect(withRows((all) => put(all, 0, anew))).toEqual(['the rows of seal 1 are not those that were sealed'])
    const { log } = made().seal([rowOf(A, 5, NOON + 3 * MINUTE)], NOON + 5 * MINUTE)
    expect(findings({ ...log, rows: log.rows.slice(0, -1) })).toContain(`row ${A}-5 is sealed twice`)
  })

  test('one that was put in, with a key of its own, twice, or as a line that is none', () => {
    const forged = rowOf(B, 5, NOON + 21 * MINUTE, {}, OTHER_KEYS)
    expect(withRows((all) => [...all, forged])).toEqual([`row ${B}-5 is not as it was written`])
    expect(withRows((all) => [...all, ...all.slice(0, 1)])).toEqual([`row ${A}-1 is there twice`])
    expect(findings(sorted(parsedLines([...toLines(made().log), '{"at":1}', 'not json', ''])))).toHaveLength(1)
  })
})

describe('seals and their head', () => {
  const { seals, heads } = made().log
  const each = seals.flatMap((seal, at) => Object.keys(seal).map((member) => [seal._id, member, at] as const))

  test.each(each)('%s: an edit of %s is found', (_id, member, at) => {
    const told = withSeals((all) =>
      put(all, at, { ...all[at], [member]: edited(all[at]?.[member as never]) } as AuditSeal),
    )
    expect(told).not.toEqual([])
  })

  test.each([0, 1, 2])('a removal of seal %i is found', (at) => {
    expect(withSeals((all) => all.filter((_, n) => n !== at))).not.toEqual([])
  })

  test.each([1, 2, 3])('the last %i cut off are found, also with their rows', (cut) => {
    const { log } = made()
    const kept = log.seals.slice(0, log.seals.length - cut)
    const rows = log.rows.filter(({ seal }) => seal === 0 || seal <= kept.length)
    expect(findings({ ...log, seals: kept, rows })).toContain(
      `the head is seal 3: the chain ends before, with ${kept.length}`,
    )
  })

  test('a chain that was made anew without the key, or from an older copy, is found by what the log told', () => {
    const older = made()
    const [third] = older.seals.splice(2)
    const rows = older.rows.filter(({ seal }) => seal !== 3 && seal !== 0)
    // All that the database can say is an older truth.
    expect(findings({ ...older.log, rows })).toEqual([])
    expect(verifyAudit({ ...older.log, rows }, KEYS, { number: 3 }).findings).toHaveLength(1)
    expect(verifyAudit(made().log, KEYS, { number: 3, hash: `${third?.mac}` }).findings).toEqual([
      'the log of scheduler told of another seal 3',
    ])
    expect(verifyAudit(made().log, OTHER_KEYS).findings.length).toBeGreaterThan(9)
  })

  test.each(Object.keys(heads[0] ?? {}))('an edit of the head’s %s, no head, and two heads are found', (member) => {
    const { log } = made()
    const [head] = log.heads
    if (!head) throw new Error('no head')
    const other = { ...head, [member]: edited(head[member as never]) }
    expect(findings({ ...log, heads: [other as typeof head] })).not.toEqual([])
    expect(findings({ ...log, heads: [] })).toEqual(['the head is missing'])
    expect(findings({ ...log, heads: [head, head] })).toEqual(['there is more than one head'])
  })
})

test('rows are found by what people know of them', () => {
  const mine = rowOf(A, 9, NOON + 25 * MINUTE, { action: 'case.open', outcome: 'NOT_FOUND' })
  const { rows } = made().wait(mine).log
  const found = (wanted: object): number => findRows(rows, wanted, KEYS).length
  expect(found({})).toBe(10)
  expect([found({ user: 'U-1' }), found({ user: 'U-2' }), found({ openid: 'openid-1' })]).toEqual([10, 0, 10])
  expect([found({ action: 'case' }), found({ outcome: 'NOT_FOUND' }), found({ object: '00ff' })]).toEqual([1, 1, 10])
  expect([found({ request: 'req2027' }), found({ from: '2026-11-21' }), found({ to: '2026-11-20' })]).toEqual([
    10, 0, 10,
  ])
})
