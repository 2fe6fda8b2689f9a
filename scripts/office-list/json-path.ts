/** A place in a file, `conditions.2`, `rules.c1`: members by name, entries by number, or by their own id or name. */
export type JsonObject = Record<string, unknown>

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null

/** The object at a path; undefined when there is none. */
export function objectAt(root: unknown, path: string): JsonObject | undefined {
  const found = path
    .split('.')
    .filter(Boolean)
    .reduce<unknown>((value, step) => (isObject(value) ? memberOf(value, step) : undefined), root)
  return isObject(found) && !Array.isArray(found) ? found : undefined
}

function memberOf(value: JsonObject, step: string): unknown {
  if (!Array.isArray(value)) return value[step]
  const rows = value as readonly unknown[]
  return rows.find((row) => isObject(row) && (row['id'] === step || row['name'] === step)) ?? rows[Number(step)]
}

/** Every object inside that `isWanted` accepts, with its path. */
export function objectsIn(
  value: unknown,
  isWanted: (found: JsonObject) => boolean,
  path = '',
): readonly (readonly [string, JsonObject])[] {
  if (!isObject(value)) return []
  const inside = Object.entries(value).flatMap(([step, part]) =>
    objectsIn(part, isWanted, path === '' ? step : `${path}.${step}`),
  )
  return Array.isArray(value) || !isWanted(value) ? inside : [[path, value], ...inside]
}
