import * as mingo from 'mingo'
import * as v from 'valibot'
import { adminAction, type AdminAction } from '../admin-action'
import { CloudError } from '../errors'
import { LIMITS } from '../limits'
import { type DocumentStore } from './document-store'
import { copy, decodeValue, encode, type Document } from './ejson'

const Aggregate = v.object({
  collectionName: v.string(),
  transactionId: v.optional(v.string()),
  stages: v.array(v.object({ stageKey: v.string(), stageValue: v.string() })),
})

/** Stages that write: the platform's aggregate only reads. */
const WRITING_STAGES = ['$out', '$merge']

/** aggregate().…end(): without a limit stage the platform answers 20 documents. */
export function aggregate(store: DocumentStore): AdminAction {
  // Stages may change their input in place: they work on copies.
  const copies = (name: string): Document[] => [...store.documents(name).values()].map(copy)
  return adminAction(Aggregate, ({ collectionName, transactionId, stages }) => {
    if (transactionId)
      throw new CloudError('INVALID_PARAM', '[InvalidParameter] Transaction does not support aggregate')
    const refused = stages.find((stage) => WRITING_STAGES.includes(stage.stageKey))
    if (refused) throw new CloudError('INVALID_PARAM', `[InvalidParameter] stage ${refused.stageKey} is not supported`)
    const pipeline = stages.map(({ stageKey, stageValue }) => ({ [stageKey]: decodeValue(stageValue) }))
    const found = mingo.aggregate(copies(collectionName), pipeline, {
      scriptEnabled: false,
      collectionResolver: copies,
    })
    const limited = stages.some((stage) => stage.stageKey === '$limit')
    return { data: { list: (limited ? found : found.slice(0, LIMITS.aggregateByDefault)).map(encode) } }
  })
}
