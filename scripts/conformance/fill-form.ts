import { readFileSync } from 'node:fs'
import { type Field, holdsFiles, kindOf } from '../../miniprogram/shared/form'
import { FIELD_TYPES } from '../../miniprogram/shared/form/fields'
import type { SeedField, SeedForm, SeedMatter } from '../../sandbox/one-network/catalogue/seed-types'
import { commonFormsFile, idsFile, mattersFile } from '../../sandbox/one-network/paths'
import { type FileToSend } from './call'
import { textAt } from './read'

/** Fills declarations with invented answers, by the field dictionary (contract chapter 12). */

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

const matters = read(mattersFile) as readonly SeedMatter[]
const commonForms = read(commonFormsFile) as readonly SeedForm[]
const ids = read(idsFile) as {
  readonly commonForms: Readonly<Record<string, string>>
  readonly matters: readonly { readonly slug: string; readonly forms: Readonly<Record<string, string>> }[]
}

function formOf(formId: string): SeedForm {
  const common = commonForms.find(({ id }) => ids.commonForms[id] === formId)
  const own = matters.flatMap(({ slug, forms }) =>
    forms.filter(({ id }) => ids.matters.find((it) => it.slug === slug)?.forms[id] === formId),
  )
  const form = common ?? own[0]
  if (form === undefined) throw new Error(`no form ${formId}`)
  return form
}

const fieldsOf = (formId: string): readonly SeedField[] => formOf(formId).sections.flatMap((section) => section.fields)

/** The dictionary's field as our kinds know one, as far as an invented value depends on it. */
function fieldOf({ id, label, type, options, columns, constraints }: SeedField): Field {
  return {
    id,
    label,
    type: FIELD_TYPES.find((known) => known === type) ?? 'text',
    ...(options ? { options } : {}),
    ...(columns ? { columns: columns.map(fieldOf) } : {}),
    ...(constraints?.max_len === undefined ? {} : { constraints: { maxLength: constraints.max_len } }),
  }
}

/** A value that the dictionary accepts; signatures get the given attachIds. */
function valueOf(seed: SeedField, attachIds: readonly string[]): unknown {
  const checksum = seed.constraints?.checksum ?? ''
  const field = fieldOf(seed)
  if (checksum.startsWith('GB11643')) return kindOf('id_card').example(field)
  if (checksum.startsWith('GB32100')) return kindOf('uscc').example(field)
  return holdsFiles(field) ? attachIds : kindOf(field.type).example(field)
}

/** Every field filled. */
export function fillForm(formId: string, attachIds: readonly string[] = []): Record<string, unknown> {
  return Object.fromEntries(fieldsOf(formId).map((field) => [field.id, valueOf(field, attachIds)]))
}

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
