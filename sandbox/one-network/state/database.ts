import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

/** One SQLite file under dataDir. Every record is JSON; `owner` is the only thing that lists select by. */
export function openDatabase(dataDir: string): Database.Database {
  mkdirSync(dataDir, { recursive: true })
  const database = new Database(join(dataDir, 'one-network.db'))
  // WAL with synchronous=NORMAL survives a killed process; only a power cut may lose the last writes.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS records (
      collection TEXT NOT NULL,
      id TEXT NOT NULL,
      owner TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (collection, id)
    );
    CREATE INDEX IF NOT EXISTS records_by_owner ON records (collection, owner);
    CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
  `)
  return database
}
