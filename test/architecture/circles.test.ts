import { withGenerated } from './source-files'

/** With what is generated: a list of kinds imports them all. */
const files = ['miniprogram', 'cloudfunctions'].flatMap(withGenerated)
const graph = new Map(files.map(({ path, imports }) => [path, imports]))

/** A file by the name that an import gives it. */
const fileOf = (imported: string): string | undefined =>
  [`${imported}.ts`, `${imported}/index.ts`].find((path) => graph.has(path))

/** A way from a file back to itself, if there is one. */
function circleThrough(start: string): readonly string[] | undefined {
  const seen = new Set<string>()
  const walk = (path: string, way: readonly string[]): readonly string[] | undefined => {
    for (const imported of graph.get(path) ?? []) {
      const next = fileOf(imported)
      if (next === start) return [...way, next]
      if (next === undefined || seen.has(next)) continue
      seen.add(next)
      const circle = walk(next, [...way, next])
      if (circle) return circle
    }
    return undefined
  }
  return walk(start, [start])
}

test('what ships imports nothing in a circle, not even a type', () => {
  expect(graph.size).toBeGreaterThan(500)
  expect([...graph.keys()].flatMap((path) => circleThrough(path)?.join(' → ') ?? [])).toEqual([])
})
