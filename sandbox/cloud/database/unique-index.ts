import { EJSON } from 'bson'
import { CloudError } from '../errors'
import { type Document } from './ejson'

/** One document of a collection as it shall become: null removes it. */
export interface Change {
  readonly id: string
  readonly document: Document | null
}

function valueAt(document: Document, path: string): unknown {
  let value: unknown = document
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null
    value = (value as Document)[step]
  }
  return value ?? null
}

/** What the platform's database says about a second document with the same key. */
export const duplicateKey = (collection: string, index: string, key: string): CloudError =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  )

/**
 * A unique index, held in memory. As in MongoDB a missing field counts as null, so two documents without it collide.
 * Unlike MongoDB an array is compared as a whole.
 */
export class UniqueIndex {
  private readonly holders = new Map<string, string>()

  constructor(
    private readonly collection: string,
    readonly name: string,
    private readonly paths: readonly string[],
  ) {}

  private keyOf(document: Document): string {
    return EJSON.stringify(
      Object.fromEntries(this.paths.map((path): [string, unknown] => [path, valueAt(document, path)])),
    )
  }

  /** Throws E11000 when the changes together would leave two documents with one key. */
  check(changes: readonly Change[]): void {
    const changing = new Set(changes.map((change) => change.id))
    const claimed = new Map<string, string>()
    for (const { id, document } of changes) {
      if (!document) continue
      const key = this.keyOf(document)
      const holder = this.holders.get(key)
      const taken = claimed.get(key) ?? (holder !== undefined && !changing.has(holder) ? holder : undefined)
      if (taken !== undefined && taken !== id) throw duplicateKey(this.collection, this.name, key)
      claimed.set(key, id)
    }
  }

  /** Takes over changes that were checked. `before` are the documents that they replace. */
  apply(changes: readonly Change[], before: ReadonlyMap<string, Document>): void {
    for (const { id } of changes) {
      const old = before.get(id)
      if (old) this.holders.delete(this.keyOf(old))
    }
    for (const { id, document } of changes) if (document) this.holders.set(this.keyOf(document), id)
  }
}
