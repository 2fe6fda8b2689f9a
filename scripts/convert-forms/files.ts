import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertForms } from './convert'
import { readSeed } from './seed'

const ROOT = join(__dirname, '..', '..')
const FORMS = join(ROOT, 'cloudfunctions', 'forms')

/** A form file as the specification wants it now; its layout is prettier's business. */
export interface FormFile {
  readonly name: string
  readonly path: string
  readonly json: string
}

export function formFiles(): FormFile[] {
  return Object.entries(convertForms(readSeed(ROOT))).map(([name, form]) => ({
    name,
    path: join(FORMS, name),
    json: JSON.stringify({ $schema: './form.schema.json', ...form }),
  }))
}

/** Names of the files whose content is not what the specification says now. */
export function staleForms(): string[] {
  return formFiles()
    .filter(({ path, json }) => contentOf(path) !== json)
    .map(({ name }) => name)
}

function contentOf(path: string): string {
  return existsSync(path) ? JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))) : ''
}
