import { toCanvasNode } from './canvas'

interface Fields {
  node?: boolean
  context?: boolean
}

interface Result {
  context?: unknown
  node?: unknown
}

type FieldsCallback = (result: Result | Result[] | null) => void

/** The adapter's NodesRef, whose class it does not export. */
interface NodesRef {
  fields(fields: Fields, callback?: FieldsCallback): SelectorQuery
  node?(callback?: FieldsCallback): SelectorQuery
}

export interface SelectorQuery {
  in(component: object): SelectorQuery
  select(selector: string): NodesRef
  exec(callback?: (results: unknown[]) => void): void
}

function addNode(result: Result, wantsContext: boolean): void {
  result.node = toCanvasNode(result.context)
  if (!wantsContext) delete result.context
}

/**
 * Adds `fields({node: true})` and `.node()` to the adapter's selector query, which knows `context` only (there the
 * element itself, so a canvas node is one step away).
 */
export function addCanvasNodes(query: SelectorQuery): void {
  const prototype = Object.getPrototypeOf(query.select('canvas')) as NodesRef
  if (prototype.node) return
  const original = Object.getOwnPropertyDescriptor(prototype, 'fields')?.value as NodesRef['fields']
  prototype.fields = function fields(this: NodesRef, wanted: Fields, callback?: FieldsCallback): SelectorQuery {
    if (wanted.node !== true) return original.call(this, wanted, callback)
    return original.call(this, { ...wanted, context: true }, (found) => {
      for (const result of Array.isArray(found) ? found : found ? [found] : []) {
        addNode(result, wanted.context === true)
      }
      callback?.(found)
    })
  }
  prototype.node = function node(this: NodesRef, callback?: FieldsCallback): SelectorQuery {
    return this.fields({ node: true }, callback)
  }
}
