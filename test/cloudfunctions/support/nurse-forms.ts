import { type FormFile } from '../../../sandbox/one-network/catalogue/form-file'
import { type FormSystem } from './deploy-forms'

/** A form as our files and the provider's dictionary both have it. */
interface AnyForm {
  readonly sections: readonly { readonly id: string; readonly fields: readonly AnyField[] }[]
  readonly rules?: readonly unknown[]
}

interface AnyField {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly required?: boolean
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly columns?: readonly AnyField[]
}

const FILE = 'nurse-registration/form.json'
const FORM_ID = 'BD12011600001401'
export const CHANGED_ON = '2026-12-01'
const CHANGES = [{ on: CHANGED_ON, what: '增加紧急联系电话（窗口确认）' }]

const EMERGENCY: AnyField = { id: 'emergency_phone', label: '紧急联系电话', type: 'phone', required: true }

/** What version 2.1 makes of each field: [] = gone. */
const FIELD_EDITS: Readonly<Record<string, (field: AnyField) => readonly AnyField[]>> = {
  org_contact: () => [],
  school_years: ({ id, label }) => [{ id, label, type: 'text', required: true }],
  edu_level: (field) => [{ ...field, options: (field.options ?? []).filter(({ value }) => value !== 'college') }],
  resume: (field) => [{ ...field, columns: (field.columns ?? []).filter(({ id }) => id !== 'witness') }],
  diploma_no: (field) => [{ ...field, required: true }],
  major: (field) => [{ ...field, label: '所学专业（全称）' }],
}

function newVersion<F>(file: F): F {
  const form = file as unknown as AnyForm
  const sections = form.sections.map((section) => ({
    ...section,
    fields: [
      ...section.fields.flatMap((field) => FIELD_EDITS[field.id]?.(field) ?? [field]),
      ...(section.id === 'person' ? [EMERGENCY] : []),
    ],
  }))
  // Its rule about the number of years goes with the number.
  const rules = form.rules?.filter((rule) => !JSON.stringify(rule).includes('school_years'))
  return { ...form, sections, ...(rules ? { rules } : {}) } as unknown as F
}

/** Other words and a stricter rule; the version stays. */
function otherWords(file: unknown): unknown {
  const form = file as AnyForm
  const sections = form.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => (field.id === 'major' ? { ...field, label: '所学专业（全称）' } : field)),
  }))
  const rule = {
    id: 'office_major',
    holds: { '===': [{ var: 'form.major' }, '护理学'] },
    reads: ['major'],
    marks: ['major'],
    message: '所学专业请填写全称“护理学”',
    outcome: { kind: 'problem', severity: 'error' },
    evidence: 'sourced_text',
  }
  return { ...form, changes: CHANGES, sections, rules: [...(form.rules ?? []), rule] }
}

/** The office's and the provider's doings with the nurse form. */
export function nurseForms(system: FormSystem) {
  const { provider } = system
  let first: FormFile | undefined
  return {
    /** The same version with another label and a rule more. */
    deployOtherWords: () => system.deploy('other-words', { [FILE]: otherWords }),
    deployNewVersion: () =>
      system.deploy('new-version', {
        [FILE]: (file) => ({ ...newVersion(file as AnyForm), version: '2.1', changes: CHANGES }),
      }),
    deployFirstVersion: () => system.deploy('', {}),
    /** From now on the provider takes only version 2.1. */
    bringOutNewVersion: () =>
      provider.office.bringOutForm(FORM_ID, '2.1', (form) => {
        first ??= form
        return newVersion(first)
      }),
    bringBackFirstVersion: () => provider.office.bringOutForm(FORM_ID, '2.0', (form) => first ?? form),
  }
}
