import { matterSlug } from '../one-network/ids'
import { MATTER_FILES } from './files.generated'
import type { Matter } from './schema'

const loaded = new Map<string, Matter>()

/** What the office's file says about the matter with this provider's item id; undefined when there is none. */
export function matterById(itemId: string): Matter | undefined {
  const slug = matterSlug(itemId)
  return slug === undefined ? undefined : matterBySlug(slug)
}

/** By the matter's own word for itself, e.g. `road-freight`. */
export function matterBySlug(slug: string): Matter | undefined {
  const load = MATTER_FILES[slug]
  if (load === undefined) return undefined
  const matter = loaded.get(slug) ?? toMatter(load())
  loaded.set(slug, matter)
  return matter
}

/** The 22 matters in the order of the tender. */
export function allMatters(): readonly Matter[] {
  return Object.keys(MATTER_FILES).flatMap((slug) => matterBySlug(slug) ?? [])
}

/**
 * JSON has no literal types, so the compiler cannot see that a file is a Matter: matter.schema.json checks every file in
 * the tests instead. What concerns editors and the office stays behind.
 */
function toMatter(file: unknown): Matter {
  const { $schema: _schema, changes: _changes, ...matter } = file as Matter & Record<'$schema' | 'changes', unknown>
  return matter
}
