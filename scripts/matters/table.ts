import { join } from 'node:path'
import { formNames, MATTERS_FOLDER, readMatters, SHARED } from './folders'

/** The generated table beside the folders. */
export const TABLE_FILE = 'files.generated.ts'

const load = (path: string): string => `() => require('./${path}.json') as unknown`
const keyed = (name: string): string => (/^[a-z]+$/.test(name) ? name : `'${name}'`)

const forms = (folder: string, root: string, indent: string): string[] =>
  formNames(join(root, folder)).map((name) => `${indent}${keyed(name)}: ${load(`${folder}/${name}`)},`)

/** The table of all folders as they lie there, each file loaded when it is first asked for. */
export function matterTable(root = MATTERS_FOLDER): string {
  return [
    '// Written by scripts/matters.ts; do not edit.',
    '',
    'interface MatterFiles {',
    '  readonly matter: () => unknown',
    '  readonly ids: () => unknown',
    '  /** Name without ending → the form; the declaration form first. */',
    '  readonly forms: Readonly<Record<string, () => unknown>>',
    '}',
    '',
    '/** Folder → its files, parsed when they are first asked for; in the order of the tender. */',
    'export const MATTERS: Readonly<Record<string, MatterFiles>> = {',
    ...readMatters(root).flatMap(({ slug }) => [
      `  ${keyed(slug)}: {`,
      `    matter: ${load(`${slug}/matter`)},`,
      `    ids: ${load(`${slug}/ids`)},`,
      '    forms: {',
      ...forms(slug, root, '      '),
      '    },',
      '  },',
    ]),
    '}',
    '',
    '/** The forms that several matters share. */',
    'export const SHARED_FORMS: Readonly<Record<string, () => unknown>> = {',
    ...forms(SHARED, root, '  '),
    '}',
    '',
  ].join('\n')
}
