import { MATTERS } from './files.generated'
import { matterSlug } from './ids'
import type { Matter } from './schema'

const loaded = new Map<string, Matter>()

/** What the office's file says about the matter with this provider's id; undefined when there is none. */
export function matterById(matterId: string): Matter | undefined {
  const slug = matterSlug(matterId)
  return slug === undefined ? undefined : matterBySlug(slug)
}

/** By the matter's own word for itself, the name of its folder, e.g. `road-freight`. */
export function matterBySlug(slug: string): Matter | undefined {
  const files = MATTERS[slug]
  if (files === undefined) return undefined
  const matter = loaded.get(slug) ?? toMatter(slug, files.matter())
  loaded.set(slug, matter)
  return matter
}

/** Every matter, in the order of the tender. */
export function allMatters(): readonly Matter[] {
  return Object.keys(MATTERS).flatMap((slug) => matterBySlug(slug) ?? [])
}

/**
 * JSON has no literal types, so the compiler cannot see that a file is a Matter: `npm run check` holds every file to
 * matter.schema.json instead. What concerns editors and the office stays behind.
 */
function toMatter(slug: string, file: unknown): Matter {
  const {
    $schema: _schema,
    changes: _changes,
    ...matter
  } = file as Omit<Matter, 'slug'> & Record<'$schema' | 'changes', unknown>
  return { slug, ...matter }
}
