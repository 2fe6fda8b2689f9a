import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertMatters } from './convert'
import { readSeedMatters } from './seed'
import { sourcesOf } from './sources'

const ROOT = join(__dirname, '..', '..')
const MATTERS = join(ROOT, 'cloudfunctions', 'matters')
export const MATTER_SCHEMA_LINK = './matter.schema.json'

/** A file as the specification wants it now; the layout of JSON is prettier's business. */
export interface MatterFile {
  readonly name: string
  readonly path: string
  readonly text: string
}

/** Every file that follows from the specification, without those that the office has corrected since. */
export function matterFiles(): MatterFile[] {
  const seed = readSeedMatters(ROOT)
  const matters = convertMatters(seed).map((matter) =>
    toFile(`${matter.slug}.json`, JSON.stringify({ $schema: MATTER_SCHEMA_LINK, ...matter })),
  )
  return [...matters.filter(({ path }) => !isCorrected(path)), toFile('sources.json', JSON.stringify(sourcesOf(seed)))]
}

/** The table of all matters, each loaded when it is first asked for. */
export function matterIndex(): MatterFile {
  const rows = readSeedMatters(ROOT).map(({ slug }) => `  '${slug}': () => require('./${slug}.json') as unknown,`)
  const text = [
    '// Written by scripts/convert-matters.ts; do not edit.',
    '',
    '/** Matter → what its file says, parsed when it is first asked for; in the order of the tender. */',
    'export const MATTER_FILES: Readonly<Record<string, () => unknown>> = {',
    ...rows,
    '}',
    '',
  ].join('\n')
  return toFile('files.generated.ts', text)
}

/** Names of the files whose content is not what the specification says now. */
export function staleMatters(): string[] {
  const stale = matterFiles().filter(({ path, text }) => contentOf(path) !== text)
  const index = matterIndex()
  const isStale = !existsSync(index.path) || readFileSync(index.path, 'utf8') !== index.text
  return [...stale, ...(isStale ? [index] : [])].map(({ name }) => name)
}

const toFile = (name: string, text: string): MatterFile => ({ name, path: join(MATTERS, name), text })

/** A matter with an entry under `changes` was corrected by the office: its file stands for itself. */
function isCorrected(path: string): boolean {
  if (!existsSync(path)) return false
  const { changes } = JSON.parse(readFileSync(path, 'utf8')) as { readonly changes?: readonly unknown[] }
  return (changes ?? []).length > 0
}

const contentOf = (path: string): string =>
  existsSync(path) ? JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))) : ''
