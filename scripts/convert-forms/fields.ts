import type { PatternName } from '../../miniprogram/shared/form/patterns'
import type { Field, FieldConstraints, Prefill, Section } from '../../miniprogram/shared/form/schema'
import { toLogic } from './conditions'
import { type SeedConstraints, type SeedField, type SeedSection, type SeedSource, type SeedValue } from './seed'

/** The specification's regular expressions by the name of the pattern that stands for them. */
const PATTERN_NAMES: Readonly<Record<string, PatternName>> = {
  '^[1-9][0-9]{16}[0-9Xx]$': 'id-card',
  '^[A-Za-z0-9()]{5,20}$': 'travel-document',
  '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$': 'uscc',
  '^1[3-9][0-9]{9}$': 'mobile',
  '^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?|400-?[0-9]{3}-?[0-9]{4})$': 'phone',
  '^[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}$': 'email',
  '^[0-9]{6}$': 'zip',
  '^[0-9A-Z]{8,22}$': 'medical-licence',
  '^[0-9]{12,16}$': 'nurse-certificate',
  '^([01][0-9]|2[0-3]):[0-5][0-9]$': 'clock-time',
}

const PREFILL_SOURCES: Readonly<Record<SeedSource, Prefill['source']>> = {
  account_profile: 'account',
  enterprise_credit: 'credit',
  previous_filing: 'previous',
  situation: 'situation',
  system: 'system',
}

export function toSection(section: SeedSection): Section {
  return {
    id: section.id,
    title: section.title,
    ...(section.show_when && { showWhen: toLogic(section.show_when) }),
    fields: section.fields.map(toField),
  }
}

export function toField(field: SeedField): Field {
  return {
    id: field.id,
    label: field.label,
    type: field.type,
    ...(field.required === true && { required: true }),
    ...(field.required_when && { requiredWhen: toLogic(field.required_when) }),
    ...(field.show_when && { showWhen: toLogic(field.show_when) }),
    ...(field.hint !== undefined && { hint: field.hint }),
    ...(field.readonly === true && { readonly: true }),
    ...(field.default !== undefined && { default: toDefault(field.default) }),
    ...(field.options && { options: field.options.map(({ value, label }) => ({ value, label })) }),
    ...(field.columns && { columns: field.columns.map(toField) }),
    ...(field.prefill && { prefill: { source: PREFILL_SOURCES[field.prefill.source], path: field.prefill.path } }),
    ...(field.constraints && { constraints: toConstraints(field.constraints) }),
  }
}

function toDefault(value: SeedValue): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  throw new Error('a default of several choices is not supported yet')
}

function toConstraints(seed: SeedConstraints): FieldConstraints {
  const constraints: FieldConstraints = {
    minLength: seed.min_len,
    maxLength: seed.max_len,
    pattern: seed.pattern === undefined ? undefined : patternName(seed.pattern),
    elsePattern: seed.else_pattern === undefined ? undefined : patternName(seed.else_pattern),
    patternWhen: seed.applies_when === undefined ? undefined : toLogic(seed.applies_when),
    min: seed.min,
    max: seed.max,
    precision: seed.precision,
    unit: seed.unit,
    minSelect: seed.min_select,
    maxSelect: seed.max_select,
    minRows: seed.min_rows,
    maxRows: seed.max_rows,
    mustBeTrue: seed.must_be_true,
    dateMin: seed.date_min,
    dateMax: seed.date_max,
  }
  const given = Object.entries(constraints).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

function patternName(expression: string): PatternName {
  const name = PATTERN_NAMES[expression]
  if (name === undefined) throw new Error(`no named pattern for ${expression}: add one to patterns.ts`)
  return name
}
