import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertForms, FORM_SCHEMA_LINK } from './convert'
import { readSeed } from './seed'

const ROOT = join(__dirname, '..', '..')
/** Where the form files lie. */
export const FORMS = join(ROOT, 'cloudfunctions', 'forms')
const INDEX = 'files.generated.ts'

/** A file as the specification wants it now; the layout of JSON is prettier's business. */
export interface FormFile {
  readonly name: string
  readonly path: string
  readonly text: string
}

/** A form file as it lies there, as far as its history goes. */
interface Corrected {
  readonly changes?: readonly { readonly on: string; readonly what: string }[]
}

/** Every form file that follows from the specification, without those that the office has corrected since. */
export function formFiles(folder = FORMS): FormFile[] {
  return Object.entries(convertForms(readSeed(ROOT)))
    .map(([name, form]) => ({
      name,
      path: join(folder, name),
      text: JSON.stringify({ $schema: FORM_SCHEMA_LINK, ...form }),
    }))
    .filter(({ path }) => !isCorrected(path))
}

/** The table of all form files, each loaded when it is first asked for. */
export function formIndex(): FormFile {
  const rows = Object.keys(convertForms(readSeed(ROOT)))
    .sort()
    .map((name) => `  '${name}': () => require('./${name}') as unknown,`)
  const text = [
    '// Written by scripts/convert-forms.ts; do not edit.',
    '',
    '/** File name → its content, parsed when it is first asked for: a call needs one or two of them. */',
    'export const FORM_FILES: Readonly<Record<string, () => unknown>> = {',
    ...rows,
    '}',
    '',
  ].join('\n')
  return { name: INDEX, path: join(FORMS, INDEX), text }
}

/**
 * Names of the files whose content is not what the specification says now. A form with an entry under `changes` was
 * corrected by the office: it stands for itself.
 */
export function staleForms(folder = FORMS): string[] {
  const stale = formFiles(folder).filter(({ path, text }) => contentOf(path) !== text)
  const index = formIndex()
  const isStale = !existsSync(index.path) || readFileSync(index.path, 'utf8') !== index.text
  return [...stale, ...(isStale ? [index] : [])].map(({ name }) => name)
}

function isCorrected(path: string): boolean {
  if (!existsSync(path)) return false
  const { changes } = JSON.parse(readFileSync(path, 'utf8')) as Corrected
  return (changes ?? []).length > 0
}

function contentOf(path: string): string {
  return existsSync(path) ? JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))) : ''
}
