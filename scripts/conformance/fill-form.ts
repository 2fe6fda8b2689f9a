import { type Field, holdsFiles, kindOf } from '../../miniprogram/shared/form'
import { FIELD_TYPES } from '../../miniprogram/shared/form/fields'
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

/** The dictionary's field as our kinds know one, as far as an invented value depends on it. */
function fieldOf({ id, label, type, options, columns, constraints }: FormField): Field {
  return {
    id,
    label,
    type: FIELD_TYPES.find((known) => known === type) ?? 'text',
    ...(options ? { options } : {}),
    ...(columns ? { columns: columns.map(fieldOf) } : {}),
    ...(constraints?.maxLength === undefined ? {} : { constraints: { maxLength: constraints.maxLength } }),
  }
}

/** A value that the dictionary accepts; signatures get the given attachIds. */
function valueOf(asked: FormField, attachIds: readonly string[]): unknown {
  const pattern = asked.constraints?.pattern
  const field = fieldOf(asked)
  if (pattern === 'id-card') return kindOf('id_card').example(field)
  if (pattern === 'uscc') return kindOf('uscc').example(field)
  return holdsFiles(field) ? attachIds : kindOf(field.type).example(field)
}

/** Every field filled. */
export function fillForm(formId: string, attachIds: readonly string[] = []): Record<string, unknown> {
  return Object.fromEntries(fieldsOf(formId).map((field) => [field.id, valueOf(field, attachIds)]))
}

/** The version that the dictionary has of a form. */
export const versionOf = (formId: string): string => formById.get(formId)?.version ?? ''

export function signatureFields(formId: string): readonly string[] {
  return fieldsOf(formId)
    .filter((field) => holdsFiles(fieldOf(field)))
    .map(({ id }) => id)
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
