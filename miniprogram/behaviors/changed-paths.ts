/**
 * The smallest setData that turns what is shown into `after`; members of `before` that it does not name stay.
 * @param apart what the view binds part by part, and is therefore set part by part: `fields` = the items of a list,
 *   `fields[]` = the members of each item, `view` = the members of an object. Everything else changes as a whole.
 */
export function changedPaths(before: object, after: object, apart: readonly string[] = []): Record<string, unknown> {
  const changes = (path: string, old: unknown, now: unknown): readonly Change[] => {
    if (old === now) return []
    if (apart.includes(path.replace(/\[\d+\]/g, '[]'))) {
      if (isList(old) && isList(now) && hasSameItems(old, now)) {
        return now.flatMap((item, i) => changes(`${path}[${i}]`, old[i], item))
      }
      if (isRecord(old) && isRecord(now) && hasSameMembers(old, now)) {
        return Object.keys(now).flatMap((name) => changes(`${path}.${name}`, old[name], now[name]))
      }
    }
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [[path, now]]
  }
  const shown = new Map<string, unknown>(Object.entries(before))
  return Object.fromEntries(Object.entries(after).flatMap(([name, now]) => changes(name, shown.get(name), now)))
}

type Change = readonly [path: string, value: unknown]
type Members = Readonly<Record<string, unknown>>

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isRecord = (value: unknown): value is Members => typeof value === 'object' && value !== null && !isList(value)

/** The first member of an item names it. */
const nameOf = (item: unknown): unknown => (isRecord(item) ? Object.values(item)[0] : undefined)

const hasSameItems = (old: readonly unknown[], now: readonly unknown[]): boolean =>
  old.length === now.length && now.every((item, i) => nameOf(item) === nameOf(old[i]))

/** By path, a member can be neither added nor taken away. */
function hasSameMembers(old: Members, now: Members): boolean {
  const names = Object.keys(now)
  return names.length === Object.keys(old).length && names.every((name) => name in old && now[name] !== undefined)
}
