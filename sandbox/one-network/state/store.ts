import type Database from 'libsql'
import { createCollection, type Collection } from './collection'
import { openDatabase } from './database'
import type {
  AttachmentRecord,
  CaseRecord,
  DeclarationRecord,
  LedgerRecord,
  LoginFailures,
  PushRecord,
  SessionRecord,
} from './records'

export interface Store {
  readonly sessions: Collection<SessionRecord>
  readonly loginFailures: Collection<LoginFailures>
  readonly declarations: Collection<DeclarationRecord>
  /** Owner: the declaration. */
  readonly attachments: Collection<AttachmentRecord>
  readonly cases: Collection<CaseRecord>
  readonly ledger: Collection<LedgerRecord>
  /** Owner: the case. */
  readonly pushes: Collection<PushRecord>
  /** 1, 2, 3, … per name, across restarts. */
  nextNumber(counter: string): number
  /** All or nothing. */
  transaction<T>(work: () => T): T
  close(): void
}

function createCounter(database: Database.Database): (name: string) => number {
  const increase = database.prepare(
    'INSERT INTO counters (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1',
  )
  const read = database.prepare('SELECT value FROM counters WHERE name = ?')
  return (name) => {
    increase.run(name)
    return (read.get(name) as { readonly value: number }).value
  }
}

export function openStore(dataDir: string): Store {
  const database = openDatabase(dataDir)
  return {
    sessions: createCollection<SessionRecord>(database, 'sessions', {
      id: (it) => it.sessionId,
      owner: (it) => it.userId,
    }),
    loginFailures: createCollection<LoginFailures>(database, 'loginFailures', {
      id: (it) => it.userId,
      owner: (it) => it.userId,
    }),
    declarations: createCollection<DeclarationRecord>(database, 'declarations', {
      id: (it) => it.declareNo,
      owner: (it) => it.userId,
    }),
    attachments: createCollection<AttachmentRecord>(database, 'attachments', {
      id: (it) => it.attachId,
      owner: (it) => it.declareNo,
    }),
    cases: createCollection<CaseRecord>(database, 'cases', { id: (it) => it.caseNo, owner: (it) => it.userId }),
    ledger: createCollection<LedgerRecord>(database, 'ledger', { id: (it) => it.key, owner: (it) => it.userId }),
    pushes: createCollection<PushRecord>(database, 'pushes', { id: (it) => it.eventId, owner: (it) => it.caseNo }),
    nextNumber: createCounter(database),
    transaction<T>(work: () => T): T {
      return database.transaction(work)()
    },
    close: () => {
      database.close()
    },
  }
}
