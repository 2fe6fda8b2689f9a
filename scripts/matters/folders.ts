import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { MatterIds } from '../../cloudfunctions/matters/ids'
import type { Matter } from '../../cloudfunctions/matters/schema'
import type { FormSchema } from '../../miniprogram/shared/form/schema'
import { ROOT } from '../build/paths'
import type { Guide } from './guide'

/** Where the matters' folders lie. */
export const MATTERS_FOLDER = join(ROOT, 'cloudfunctions', 'matters')
/** The folder of what matters share. */
export const SHARED = 'shared'
/** Files of a matter's folder that are no forms. */
export const MATTER_FILES = ['matter.json', 'guide.json', 'ids.json'] as const
/** Files of the shared folder that are no forms. */
export const SHARED_FILES = [
  'ids.json',
  'parameters.json',
  'commitments.json',
  'questions.json',
  'laws.json',
  'safety-facts.json',
] as const
/** The declaration form of every matter. */
export const DECLARATION_FORM = 'form'

/** A form as its file has it; the provider's id is in ids.json. */
export type FormFile = Omit<FormSchema, 'formId'>

export type { MatterIds }

/** Everything of one matter: cloudfunctions/matters/<slug>/. */
export interface MatterFolder {
  readonly slug: string
  readonly matter: Omit<Matter, 'slug'>
  readonly guide: Guide
  readonly ids: MatterIds
  /** Name without ending → the form; the declaration form first. */
  readonly forms: Readonly<Record<string, FormFile>>
}

/** What several matters share: cloudfunctions/matters/shared/. */
export interface SharedFolder {
  readonly forms: Readonly<Record<string, FormFile>>
  readonly formIds: Readonly<Record<string, string>>
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Names of the matters' folders. */
export const matterSlugs = (root = MATTERS_FOLDER): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== SHARED)
    .map(({ name }) => name)
    .sort()

/** Names (without ending) of the forms in a folder: every JSON file that is nothing else; the declaration form first. */
export function formNames(folder: string): string[] {
  const others: readonly string[] = basename(folder) === SHARED ? SHARED_FILES : MATTER_FILES
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json') && !others.includes(name))
    .map((name) => basename(name, '.json'))
  return [...names.filter((name) => name === DECLARATION_FORM), ...names.filter((n) => n !== DECLARATION_FORM).sort()]
}

const formsIn = (folder: string): Record<string, FormFile> =>
  Object.fromEntries(formNames(folder).map((name) => [name, readJson(join(folder, `${name}.json`)) as FormFile]))

/** Throws when a file of the matter is missing or no JSON; `npm run check` says before what is wrong. */
export function readMatter(slug: string, root = MATTERS_FOLDER): MatterFolder {
  const folder = join(root, slug)
  const [matter, guide, ids] = MATTER_FILES.map((name) => readJson(join(folder, name)))
  return {
    slug,
    matter: matter as MatterFolder['matter'],
    guide: guide as Guide,
    ids: ids as MatterIds,
    forms: formsIn(folder),
  }
}

/** Every matter in the order of the tender. */
export const readMatters = (root = MATTERS_FOLDER): MatterFolder[] =>
  matterSlugs(root)
    .filter((slug) => MATTER_FILES.every((name) => existsSync(join(root, slug, name))))
    .map((slug) => readMatter(slug, root))
    .sort((a, b) => a.matter.number - b.matter.number)

/** A file of the shared folder that is no form. */
export const readSharedFile = <T>(root: string, name: (typeof SHARED_FILES)[number]): T =>
  readJson(join(root, SHARED, name)) as T

export function readShared(root = MATTERS_FOLDER): SharedFolder {
  const folder = join(root, SHARED)
  const { forms: formIds } = readSharedFile<{ readonly forms: Readonly<Record<string, string>> }>(root, 'ids.json')
  return { forms: formsIn(folder), formIds }
}
