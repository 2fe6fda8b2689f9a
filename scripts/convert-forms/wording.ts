import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(__dirname, 'wording')

/** Check id → what the applicant reads. */
type Wording = Readonly<Record<string, string>>

const known = new Map<string, Wording>()

/**
 * What the applicant reads where the specification's note for specialists is too terse: what must hold, and what to do
 * now. undefined = the specification's own sentence stands.
 * @param key `<slug>.<check id>`; the sentences are in wording/<slug>.json
 */
export function wordingOf(key: string): string | undefined {
  const [slug = '', check = ''] = key.split('.')
  const wording = known.get(slug) ?? read(slug)
  known.set(slug, wording)
  return wording[check]
}

function read(slug: string): Wording {
  const path = join(FOLDER, `${slug}.json`)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Wording) : {}
}
