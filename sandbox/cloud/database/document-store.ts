import type Database from 'libsql'
import { type CollectionSettings } from '../deploy'
import { CloudError } from '../errors'
import { encode, fromStored, type Document } from './ejson'
import { UniqueIndex, type Change } from './unique-index'

export interface Write extends Change {
  readonly collection: string
}

/** Told after each commit what every written document was before (undefined: it did not exist). */
export type CommitListener = (write: Write, before: Document | undefined) => void

interface Collection {
  readonly documents: Map<string, Document>
  uniqueIndexes: readonly UniqueIndex[]
}

interface Row {
  readonly collection: string
  readonly id: string
  readonly body: string
}

/**
 * All documents: in memory for queries, on disk (SQLite, one row per document) for restarts.
 * Documents handed out are shared: copy before changing.
 */
export class DocumentStore {
  private readonly collections = new Map<string, Collection>()
  private readonly listeners: CommitListener[] = []
  private readonly persist: (writes: readonly Write[]) => void

  constructor(private readonly sql: Database.Database) {
    sql.exec(`create table if not exists collection(name text primary key);
      create table if not exists document(seq integer primary key, collection text, id text, body text, unique(collection, id));`)
    for (const { name } of sql.prepare('select name from collection').all() as { name: string }[]) {
      this.collections.set(name, { documents: new Map(), uniqueIndexes: [] })
    }
    // Insertion order is the order of an unsorted query, also after a restart.
    for (const row of sql.prepare('select collection, id, body from document order by seq').all() as Row[]) {
      this.collections.get(row.collection)?.documents.set(row.id, fromStored(row.body))
    }
    const put = sql.prepare(
      'insert into document(collection, id, body) values(?, ?, ?) on conflict(collection, id) do update set body = excluded.body',
    )
    const remove = sql.prepare('delete from document where collection = ? and id = ?')
    this.persist = sql.transaction((writes: readonly Write[]) => {
      for (const { collection, id, document } of writes) {
        if (document) put.run(collection, id, encode(document))
        else remove.run(collection, id)
      }
    })
  }

  /** Throws as the platform does when the collection exists already. */
  create(name: string): void {
    if (this.collections.has(name)) throw new CloudError('DATABASE_REQUEST_FAILED', `Table exist: ${name}`)
    this.sql.prepare('insert into collection(name) values(?)').run(name)
    this.collections.set(name, { documents: new Map(), uniqueIndexes: [] })
  }

  /**
   * Creates the collections of deploy/collections.json where missing, and builds their unique indexes anew.
   * Throws when stored documents break one; nothing of that collection is then changed.
   */
  ensureAll(collections: readonly CollectionSettings[]): void {
    for (const settings of collections) {
      if (!this.collections.has(settings.name)) this.create(settings.name)
      this.buildIndexes(settings)
    }
  }

  private buildIndexes(settings: CollectionSettings): void {
    const collection = this.collection(settings.name)
    const changes = [...collection.documents].map(([id, document]): Change => ({ id, document }))
    collection.uniqueIndexes = settings.indexes
      .filter((index) => index.unique)
      .map((index) => {
        const unique = new UniqueIndex(settings.name, index.name, Object.keys(index.keys))
        unique.check(changes)
        unique.apply(changes, new Map())
        return unique
      })
  }

  names(): string[] {
    return [...this.collections.keys()]
  }

  /** Documents by id key. Throws DATABASE_COLLECTION_NOT_EXIST (-502005). */
  documents(name: string): ReadonlyMap<string, Document> {
    return this.collection(name).documents
  }

  onCommit(listener: CommitListener): void {
    this.listeners.push(listener)
  }

  /** Writes all or nothing: unique indexes, then disk, then memory. */
  commit(writes: readonly Write[]): void {
    const byCollection = new Map<string, Write[]>()
    for (const write of writes)
      byCollection.set(write.collection, [...(byCollection.get(write.collection) ?? []), write])
    for (const [name, changes] of byCollection) {
      for (const index of this.collection(name).uniqueIndexes) index.check(changes)
    }
    this.persist(writes)
    for (const [name, changes] of byCollection) {
      const { documents, uniqueIndexes } = this.collection(name)
      for (const index of uniqueIndexes) index.apply(changes, documents)
      for (const write of changes) this.replace(documents, write)
    }
  }

  private replace(documents: Map<string, Document>, write: Write): void {
    const before = documents.get(write.id)
    if (write.document) documents.set(write.id, write.document)
    else documents.delete(write.id)
    for (const listener of this.listeners) listener(write, before)
  }

  private collection(name: string): Collection {
    const found = this.collections.get(name)
    if (!found) {
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
      )
    }
    return found
  }
}
