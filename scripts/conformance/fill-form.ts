import type { FormField } from '../../sandbox/one-network/catalogue/form-file'
import { loadCatalogue } from '../../sandbox/one-network/catalogue/load-catalogue'
import { type FileToSend } from './call'
import { textAt } from './read'

/** Fills declarations with invented answers, by the field dictionary (contract chapter 12). */

const { formById } = loadCatalogue()

function fieldsOf(formId: string): readonly FormField[] {
  const form = formById.get(formId)
  if (form === undefined) throw new Error(`no form ${formId}`)
  return form.sections.flatMap((section) => section.fields)
}

/** A value that the dictionary accepts; signatures get the given attachIds. */
function valueOf(field: FormField, attachIds: readonly string[]): unknown {
  const { pattern, maxLength } = field.constraints ?? {}
  switch (field.type) {
    case 'number':
    case 'money':
    case 'area':
      return 1
    case 'date':
      return '2026-10-08'
    case 'daterange':
      return { begin: '2026-10-08', end: '2027-10-07' }
    case 'boolean':
      return '1'
    case 'single_choice':
      return field.options?.[0]?.value
    case 'multi_choice':
      return [field.options?.[0]?.value]
    case 'table':
      return [Object.fromEntries((field.columns ?? []).map((column) => [column.id, valueOf(column, attachIds)]))]
    case 'signature':
      return attachIds
    default:
      if (field.type === 'id_card' || pattern === 'id-card') return '120116199607210042'
      if (field.type === 'uscc' || pattern === 'uscc') return '91120116MA0FXN011B'
      return '虚构'.slice(0, maxLength ?? 2)
  }
}

/** Every field filled. */
export function fillForm(formId: string, attachIds: readonly string[] = []): Record<string, unknown> {
  return Object.fromEntries(fieldsOf(formId).map((field) => [field.id, valueOf(field, attachIds)]))
}

export function signatureFields(formId: string): readonly string[] {
  return fieldsOf(formId)
    .filter((field) => field.type === 'signature')
    .map((field) => field.id)
}

const BYTES: Readonly<Record<string, Buffer>> = {
  pdf: Buffer.from('%PDF-1.4\n% FICTIONAL\n%%EOF\n'),
  png: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('FICTIONAL')]),
  jpg: Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('FICTIONAL')]),
  mp4: Buffer.from('\0\0\0\x18ftypisomFICTIONAL'),
}

/** A small invented file of a type that is allowed. @param fileTypes comma-separated, as the provider names them */
export function sampleFile(fileTypes: string, name: string): FileToSend {
  const type = fileTypes.split(',').find((it) => it in BYTES) ?? 'pdf'
  return { fileName: `${name}.${type}`, bytes: Buffer.concat([BYTES[type] ?? Buffer.alloc(0), Buffer.from(name)]) }
}

/** The applicant as the login describes the user. */
export function applicantOf(user: unknown): object {
  const part = (name: string) => (textAt(user, name) === '' ? {} : { [name]: textAt(user, name) })
  return {
    ...part('subjectType'),
    ...part('name'),
    certNo: textAt(user, 'idNo') || textAt(user, 'uscc'),
    ...part('phone'),
    ...(textAt(user, 'subjectType') === 'enterprise' ? { ...part('legalPerson'), ...part('legalPersonIdNo') } : {}),
  }
}
