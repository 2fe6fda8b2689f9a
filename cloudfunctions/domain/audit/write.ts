import { randomBytes } from 'node:crypto'
import { alarm } from '../../kernel/alarm'
import { config } from '../../kernel/config'
import { describeError } from '../../kernel/log'
import { type AuditRow, insertAuditRow } from '../../stores/audit-log'
import { type AuditKeys, auditKeys } from './keys'
import { macOf } from './signed'

/** What is written down of an act; the writer adds when, and in which order. */
export type AuditEntry = Omit<AuditRow, '_id' | 'at' | 'writer' | 'n' | 'lost' | 'mac' | 'seal'>

/** The database answers within milliseconds; an act waits no longer than this for its row. */
const PATIENCE_MS = 3_000
/** Kept back for the answer. */
const ANSWER_MS = 300
/** As many are told in one row. */
const MOST_LOST = 50

let keys: AuditKeys | undefined
export const keysInUse = (): AuditKeys => (keys ??= auditKeys(config().auditKey))

/** This instance: when it began is in its name, so that its first rows are missed, too. */
const writer = `${Date.now().toString(16).padStart(12, '0')}${randomBytes(4).toString('hex')}`
let written = 0
let lost: readonly number[] = []

function nextRow(entry: AuditEntry): AuditRow {
  written += 1
  const row = {
    ...entry,
    _id: `${writer}-${written}`,
    at: Date.now(),
    writer,
    n: written,
    lost: lost.slice(0, MOST_LOST),
  }
  lost = lost.slice(MOST_LOST)
  return { ...row, mac: macOf('row', row, keysInUse()), seal: 0 }
}

/** Where and until when: the answer must be on its way at `deadline` (ms since the epoch). */
interface Bounds {
  readonly requestId: string
  readonly deadline: number
}

/**
 * Writes an act down. Never rejects: what was done stays done when its row cannot be written. Then the row itself is in the log
 * with the alarm AUDIT_LOST, and the writer's next row says which number is missing.
 */
export async function writeAudit(entryOf: (keys: AuditKeys) => AuditEntry, bounds: Bounds): Promise<void> {
  try {
    await write(nextRow(entryOf(keysInUse())), bounds)
  } catch (error) {
    alarm('AUDIT_LOST', bounds.requestId, { failure: describeError(error) })
  }
}

async function write(row: AuditRow, { requestId, deadline }: Bounds): Promise<void> {
  const patience = Math.max(ANSWER_MS, Math.min(PATIENCE_MS, deadline - Date.now() - ANSWER_MS))
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('late'), patience)
  })
  const inserted = insertAuditRow(row).then(
    () => '',
    () => 'refused',
  )
  const failure = await Promise.race([inserted, late])
  clearTimeout(timer)
  if (failure === '') return
  lost = [...lost, ...row.lost, row.n]
  const { objects, upstream, lost: _told, requestId: _same, ...plain } = row
  alarm('AUDIT_LOST', requestId, { failure, ...plain, objects: objects.join(' '), upstream: upstream.join(' ') })
}
