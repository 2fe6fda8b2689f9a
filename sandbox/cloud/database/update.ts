import * as mingo from 'mingo'
import { copy, type Document } from './ejson'

const NUMERIC = new Set(['$inc', '$mul'])
const ARRAY = new Set(['$push', '$addToSet', '$pop', '$pull', '$pullAll'])
/** These never create the fields on the way. */
const NOT_CREATING = new Set(['$unset', '$rename', '$pop', '$pull', '$pullAll'])

const isContainer = (value: unknown): value is Document => typeof value === 'object' && value !== null

/** The value at a path; throws where MongoDB could not create the field on the way, e.g. below null. */
function valueAt(document: Document, path: string, creating: boolean): unknown {
  let value: unknown = document
  let parent = ''
  for (const step of path.split('.')) {
    if (value === undefined) return undefined
    if (!isContainer(value)) {
      if (!creating) return undefined
      throw new Error(`Cannot create field '${step}' in element {${parent}: ${JSON.stringify(value)}}`)
    }
    value = value[step]
    parent = step
  }
  return value
}

/** MongoDB refuses what does not fit a field's type; mingo would pass over it in silence. */
function checkFits(document: Document, operator: string, path: string): void {
  const value = valueAt(document, path, !NOT_CREATING.has(operator))
  if (value === undefined) return
  if (NUMERIC.has(operator) && typeof value !== 'number') {
    throw new Error(`Cannot apply ${operator} to a value of non-numeric type: the field '${path}'`)
  }
  if (ARRAY.has(operator) && !Array.isArray(value)) {
    throw new Error(`The field '${path}' must be an array for ${operator}`)
  }
}

/**
 * The document after an update in MongoDB's language, or undefined when nothing changed. The document itself stays.
 * Throws what MongoDB would refuse.
 */
export function updated(document: Document, modifier: Document): Document | undefined {
  for (const [operator, fields] of Object.entries(modifier)) {
    if (!isContainer(fields)) throw new Error(`${operator} needs an object`)
    for (const path of Object.keys(fields)) checkFits(document, operator, path)
  }
  const next = copy(document)
  const options = { cloneMode: 'deep', queryOptions: { scriptEnabled: false } } as const
  return mingo.update(next, modifier, [], {}, options).length ? next : undefined
}
