import type { SchemaNode } from './contract'

/** Schemas that hold at the same time for one value: references, allOf and oneOf resolved. */
function flatten(resolve: (ref: string) => SchemaNode, node: SchemaNode): readonly SchemaNode[] {
  const parts = [...(node.$ref === undefined ? [] : [resolve(node.$ref)]), ...(node.allOf ?? []), ...(node.oneOf ?? [])]
  return [node, ...parts.flatMap((part) => flatten(resolve, part))]
}

export type OddFields = 'extra-fields' | 'null-fields' | 'missing-fields'

/**
 * An answer as the contract's chapter 2 allows it and hardly anybody tries: members that nobody knows, or every optional
 * member null or missing. Required members stay as they are.
 */
export function withOddFields(
  kind: OddFields,
  schema: SchemaNode,
  value: unknown,
  resolve: (ref: string) => SchemaNode,
): unknown {
  if (typeof value !== 'object' || value === null) return value
  const nodes = flatten(resolve, schema)
  if (Array.isArray(value)) {
    const allOf = nodes.flatMap((node) => node.items ?? [])
    return value.map((item: unknown) => withOddFields(kind, { allOf }, item, resolve))
  }
  const required = new Set(nodes.flatMap((node) => node.required ?? []))
  const entries = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
    // The envelope names `data` loosely, each function then says what is in it: both hold.
    const allOf = nodes.flatMap((node) => node.properties?.[name] ?? [])
    const optional = allOf.length > 0 && !required.has(name)
    if (optional && kind === 'missing-fields') return []
    if (optional && kind === 'null-fields') return [[name, null]]
    return [[name, withOddFields(kind, { allOf }, member, resolve)]]
  })
  const extra = kind === 'extra-fields' ? { fieldOfTomorrow: '平台新增的字段' } : {}
  return { ...Object.fromEntries(entries), ...extra }
}
