import type Database from 'libsql'
import { type AdminAction } from '../admin-action'
import { type CollectionSettings } from '../deploy'
import { databaseActions } from './actions'
import { DocumentStore } from './document-store'
import { Transactions } from './transactions'

/** The cloud database: its collections are those of deploy/collections.json and any that a function creates. */
export function openDatabase(
  sql: Database.Database,
  collections: readonly CollectionSettings[],
): { store: DocumentStore; actions: Record<string, AdminAction> } {
  const store = new DocumentStore(sql)
  store.ensureAll(collections)
  return { store, actions: databaseActions(store, new Transactions(store)) }
}
