import { randomBytes } from 'node:crypto'
import * as mingo from 'mingo'
import * as v from 'valibot'
import { adminAction, type AdminAction } from '../admin-action'
import { CloudError } from '../errors'
import { LIMITS } from '../limits'
import { aggregate } from './aggregate'
import { type DocumentStore, type Write } from './document-store'
import { decode, encode, idKey, type Document } from './ejson'
import { type Transactions } from './transactions'
import { duplicateKey } from './unique-index'
import { updated } from './update'

const QUERY_OPTIONS = { scriptEnabled: false }

const Target = v.object({
  collectionName: v.string(),
  transactionId: v.optional(v.string()),
  queryType: v.optional(v.picklist(['WHERE', 'DOC']), 'WHERE'),
  query: v.nullish(v.string()),
})
type Target = v.InferOutput<typeof Target>

const Insert = v.object({
  collectionName: v.string(),
  transactionId: v.optional(v.string()),
  data: v.array(v.string()),
})
const Get = v.object({
  ...Target.entries,
  projection: v.nullish(v.string()),
  order: v.nullish(v.string()),
  offset: v.nullish(v.number()),
  limit: v.nullish(v.number()),
})
const Modify = v.object({
  ...Target.entries,
  data: v.string(),
  multi: v.optional(v.boolean(), false),
  merge: v.optional(v.boolean(), true),
})
const ModifyAndReturn = v.object({ ...Target.entries, data: v.string() })
const Remove = v.object({ ...Target.entries, multi: v.optional(v.boolean(), false) })
const InTransaction = v.object({ transactionId: v.string() })

/** The database actions of the admin protocol on one store. */
export function databaseActions(store: DocumentStore, transactions: Transactions): Record<string, AdminAction> {
  /** Documents that a request means, in insertion order. */
  function matching(target: Target): Document[] {
    const query = decode(target.query)
    const id = query._id
    const namesOne = typeof id === 'string' || typeof id === 'number'
    const byIdOnly = namesOne && Object.keys(query).length === 1
    if (target.transactionId) {
      if (target.queryType !== 'DOC' || !byIdOnly) {
        throw new CloudError(
          'INVALID_PARAM',
          '[InvalidParameter] Transaction supports single-record operations (doc) only',
        )
      }
      const found = transactions.read(target.transactionId, target.collectionName, idKey(id))
      return found ? [found] : []
    }
    const documents = store.documents(target.collectionName)
    if (!namesOne) return mingo.find<Document>([...documents.values()], query, {}, QUERY_OPTIONS).all()
    const named = documents.get(idKey(id))
    if (!named) return []
    return byIdOnly ? [named] : mingo.find<Document>([named], query, {}, QUERY_OPTIONS).all()
  }

  function write(transactionId: string | undefined, writes: readonly Write[]): void {
    if (!transactionId) store.commit(writes)
    else for (const each of writes) transactions.write(transactionId, each)
  }

  function insert({ collectionName, transactionId, data }: v.InferOutput<typeof Insert>): object {
    if (transactionId && data.length > 1) {
      throw new CloudError(
        'INVALID_PARAM',
        '[InvalidParameter] Transaction supports single-record operations (doc) only',
      )
    }
    const documents = store.documents(collectionName)
    const writes = new Map<string, Write>()
    const insertedIds: unknown[] = []
    for (const text of data) {
      const document = decode(text)
      document._id ??= randomBytes(16).toString('hex')
      const id = idKey(document._id)
      const exists = transactionId ? transactions.read(transactionId, collectionName, id) : documents.get(id)
      if (exists || writes.has(id))
        throw duplicateKey(collectionName, '_id_', `{ _id: ${JSON.stringify(document._id)} }`)
      writes.set(id, { collection: collectionName, id, document })
      insertedIds.push(document._id)
    }
    write(transactionId, [...writes.values()])
    return { data: { insertedIds } }
  }

  function get(request: v.InferOutput<typeof Get>): object {
    const limit = Math.min(request.limit ?? LIMITS.documentsByDefault, LIMITS.documentsAtMost)
    let cursor = mingo.find<Document>(matching(request), {}, decode(request.projection), QUERY_OPTIONS)
    if (request.order) cursor = cursor.sort(decode(request.order))
    if (request.offset) cursor = cursor.skip(request.offset)
    return { data: { list: cursor.limit(limit).all().map(encode) }, limit, offset: request.offset ?? 0 }
  }

  /** doc().set(): the whole document, created when missing. */
  function replace(request: v.InferOutput<typeof Modify>): object {
    const _id = decode(request.query)._id
    const existed = matching(request).length > 0
    const document = { _id, ...decode(request.data) }
    write(request.transactionId, [{ collection: request.collectionName, id: idKey(_id), document }])
    return { data: existed ? { updated: 1 } : { updated: 0, upsert_id: _id } }
  }

  function modify(request: v.InferOutput<typeof Modify>): object {
    if (!request.merge) return replace(request)
    const found = matching(request)
    const modifier = decode(request.data)
    const writes: Write[] = []
    for (const each of request.multi ? found : found.slice(0, 1)) {
      const document = updated(each, modifier)
      if (document) writes.push({ collection: request.collectionName, id: idKey(each._id), document })
    }
    write(request.transactionId, writes)
    return { data: { updated: writes.length, upsert_id: null } }
  }

  function modifyAndReturn(request: v.InferOutput<typeof ModifyAndReturn>): object {
    const [first] = matching(request)
    if (!first) return { data: { updated: 0, doc: null } }
    const document = updated(first, decode(request.data))
    if (document) write(request.transactionId, [{ collection: request.collectionName, id: idKey(first._id), document }])
    return { data: { updated: document ? 1 : 0, doc: encode(document ?? first) } }
  }

  function remove(request: v.InferOutput<typeof Remove>): object {
    const found = matching(request)
    const doomed = request.multi ? found : found.slice(0, 1)
    write(
      request.transactionId,
      doomed.map((each) => ({ collection: request.collectionName, id: idKey(each._id), document: null })),
    )
    return { data: { deleted: doomed.length } }
  }

  return {
    'database.addCollection': adminAction(v.object({ collectionName: v.string() }), ({ collectionName }) => {
      store.create(collectionName)
      return {}
    }),
    'database.insertDocument': adminAction(Insert, insert),
    'database.getDocument': adminAction(Get, get),
    'database.calculateDocument': adminAction(Target, (request) => ({ data: { total: matching(request).length } })),
    'database.modifyDocument': adminAction(Modify, modify),
    'database.modifyAndReturnDoc': adminAction(ModifyAndReturn, modifyAndReturn),
    'database.removeDocument': adminAction(Remove, remove),
    'database.aggregateDocuments': aggregate(store),
    'database.startTransaction': () => ({ transactionId: transactions.start() }),
    'database.commitTransaction': adminAction(InTransaction, ({ transactionId }) => {
      transactions.commit(transactionId)
      return {}
    }),
    'database.abortTransaction': adminAction(InTransaction, ({ transactionId }) => {
      transactions.abort(transactionId)
      return {}
    }),
  }
}
