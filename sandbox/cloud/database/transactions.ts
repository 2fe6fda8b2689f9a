import { randomUUID } from 'node:crypto'
import { CloudError } from '../errors'
import { LIMITS } from '../limits'
import { type DocumentStore, type Write } from './document-store'
import { type Document } from './ejson'

interface Transaction {
  readonly writes: Map<string, Write>
  /** Documents that others changed since the start, as they were then. */
  readonly snapshot: Map<string, Document | undefined>
  readonly startedAt: number
}

const keyOf = (collection: string, id: string): string => JSON.stringify([collection, id])

const conflict = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ',
  )

/**
 * Transactions with snapshot isolation, as the platform's database has: reads see the state at the start plus own
 * writes; a write to a document that somebody else changed since, or is changing, is a conflict.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>()

  constructor(
    private readonly store: DocumentStore,
    private readonly now: () => number = Date.now,
  ) {
    store.onCommit((write, before) => {
      const key = keyOf(write.collection, write.id)
      for (const { snapshot } of this.open.values()) if (!snapshot.has(key)) snapshot.set(key, before)
    })
  }

  start(): string {
    this.dropExpired()
    const id = randomUUID()
    this.open.set(id, { writes: new Map(), snapshot: new Map(), startedAt: this.now() })
    return id
  }

  read(transactionId: string, collection: string, id: string): Document | undefined {
    const transaction = this.get(transactionId)
    const current = this.store.documents(collection).get(id)
    const key = keyOf(collection, id)
    const own = transaction.writes.get(key)
    if (own) return own.document ?? undefined
    return transaction.snapshot.has(key) ? transaction.snapshot.get(key) : current
  }

  write(transactionId: string, write: Write): void {
    const transaction = this.get(transactionId)
    const key = keyOf(write.collection, write.id)
    const locked = [...this.open.values()].some((other) => other !== transaction && other.writes.has(key))
    if (locked || transaction.snapshot.has(key)) throw conflict()
    transaction.writes.set(key, write)
  }

  commit(transactionId: string): void {
    const transaction = this.get(transactionId)
    this.open.delete(transactionId)
    for (const key of transaction.writes.keys()) if (transaction.snapshot.has(key)) throw conflict()
    this.store.commit([...transaction.writes.values()])
  }

  abort(transactionId: string): void {
    this.get(transactionId)
    this.open.delete(transactionId)
  }

  private get(id: string): Transaction {
    this.dropExpired()
    const transaction = this.open.get(id)
    if (!transaction) {
      throw new CloudError(
        'DATABASE_TRANSACTION_NOT_EXIST',
        '[ResourceNotFound.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
      )
    }
    return transaction
  }

  private dropExpired(): void {
    for (const [id, transaction] of this.open) {
      if (this.now() - transaction.startedAt > LIMITS.transactionMs) this.open.delete(id)
    }
  }
}
