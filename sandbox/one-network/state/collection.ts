import type Database from 'libsql'

export interface Collection<T> {
  get(id: string): T | undefined
  /** Inserts or replaces. */
  put(record: T): void
  remove(id: string): void
  all(): readonly T[]
  ownedBy(owner: string): readonly T[]
}

export interface CollectionKeys<T> {
  readonly id: (record: T) => string
  readonly owner: (record: T) => string
}

interface Row {
  readonly body: string
}

/** Records of one kind, as JSON rows. */
export function createCollection<T>(database: Database.Database, name: string, keys: CollectionKeys<T>): Collection<T> {
  const select = database.prepare('SELECT body FROM records WHERE collection = ? AND id = ?')
  const selectAll = database.prepare('SELECT body FROM records WHERE collection = ? ORDER BY id')
  const selectOwned = database.prepare('SELECT body FROM records WHERE collection = ? AND owner = ? ORDER BY id')
  const insert = database.prepare('INSERT OR REPLACE INTO records (collection, id, owner, body) VALUES (?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM records WHERE collection = ? AND id = ?')
  const toRecord = (row: unknown): T => JSON.parse((row as Row).body) as T
  return {
    get(id) {
      const row = select.get(name, id)
      return row === undefined ? undefined : toRecord(row)
    },
    put(record) {
      insert.run(name, keys.id(record), keys.owner(record), JSON.stringify(record))
    },
    remove(id) {
      remove.run(name, id)
    },
    all: () => selectAll.all(name).map(toRecord),
    ownedBy: (owner) => selectOwned.all(name, owner).map(toRecord),
  }
}

/** The same collection, which tells of every change of a record. */
export function observed<T>(
  collection: Collection<T>,
  idOf: (record: T) => string,
  onPut: (before: T | undefined, after: T) => void,
): Collection<T> {
  return {
    ...collection,
    put(record) {
      const before = collection.get(idOf(record))
      collection.put(record)
      onPut(before, record)
    },
  }
}
