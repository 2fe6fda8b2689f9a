import { FIRST_KEY } from '../../cloudfunctions/kernel/key-ring'

/** How sealed texts begin (cloudfunctions/kernel/sealing.ts): `v1`, or version, algorithm and key id. */
const FORM = /^(v1|v2\.[a-z0-9]+\.[a-z0-9-]+)\.[\w-]{16,22}\.[\w-]{22,43}\.[\w-]+$/

/** The form of a sealed text; undefined when it is none. */
export const formOf = (text: string): string | undefined => FORM.exec(text)?.[1]

/** Every text in a stored document, with its path (`forms.0.answers`). */
export function textsIn(value: unknown, path: readonly string[] = []): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path.join('.'), value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]))
}

/** How many texts of each form lie in each collection, e.g. `bindings` → `v2.gcm.20261201-a1b2` → 12. */
export type FormCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

export interface StoredDocument {
  readonly collection: string
  readonly document: unknown
}

export function countForms(documents: Iterable<StoredDocument>): FormCounts {
  const counts = new Map<string, Map<string, number>>()
  for (const { collection, document } of documents) {
    for (const [, text] of textsIn(document)) {
      const form = formOf(text)
      if (form === undefined) continue
      const own = counts.get(collection) ?? new Map<string, number>()
      counts.set(collection, own.set(form, (own.get(form) ?? 0) + 1))
    }
  }
  return counts
}

/** The key that sealed texts of a form: that of the release before has none in them. */
const keyIdOf = (form: string): string => form.split('.')[2] ?? FIRST_KEY

/** What `npm run keys -- status` prints. */
export function statusLines(counts: FormCounts): readonly string[] {
  const lines = [...counts].map(
    ([collection, forms]) => `${collection}: ${[...forms].map(([form, count]) => `${form} ${count}`).join(', ')}`,
  )
  const keyIds = new Set([...counts.values()].flatMap((forms) => [...forms.keys()].map(keyIdOf)))
  const needed =
    keyIds.size === 0 ? 'Nothing is sealed.' : `Keys that are needed to read this: ${[...keyIds].join(', ')}`
  return [...lines, needed]
}
