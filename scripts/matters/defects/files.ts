import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DECLARATION_FORM, MATTER_FILES, matterSlugs, SHARED, SHARED_FILES } from '../folders'

const SLUG = /^[a-z]+(-[a-z]+)*$/
const JSON_FILE = /^[a-z]+(-[a-z]+)*(\.schema)?\.json$/

function isJson(path: string): boolean {
  try {
    JSON.parse(readFileSync(path, 'utf8'))
    return true
  } catch {
    return false
  }
}

/** Files that are missing, are no JSON, or that nobody would read. */
export function fileDefects(root: string): string[] {
  const beside = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.ts'),
  )
  return [
    ...beside.map(({ name }) => `${name}: a matter's files lie in its folder, shared ones in ${SHARED}/`),
    ...matterSlugs(root).flatMap((slug) => [
      ...(SLUG.test(slug) ? [] : [`${slug}: a folder's name is small letters and hyphens`]),
      ...folderDefects(root, slug, [...MATTER_FILES, `${DECLARATION_FORM}.json`]),
    ]),
    ...folderDefects(root, SHARED, SHARED_FILES),
  ]
}

function folderDefects(root: string, folder: string, needed: readonly string[]): string[] {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []
  return [
    ...needed.filter((name) => !names.includes(name)).map((name) => `${folder}: no ${name}`),
    ...names.flatMap((name) => {
      if (!JSON_FILE.test(name)) return [`${folder}/${name}: nobody reads it`]
      return isJson(join(root, folder, name)) ? [] : [`${folder}/${name}: no JSON`]
    }),
  ]
}
