import type { Field, FieldConstraints, Prefill, Section } from '../../miniprogram/shared/form/schema'
import { toLogic, type TypeOf } from './conditions'
import { patternName } from './patterns'
import { fullWidth } from './punctuation'
import { type SeedConstraints, type SeedField, type SeedSection, type SeedSource, type SeedValue } from './seed'

const PREFILL_SOURCES: Readonly<Record<SeedSource, Prefill['source']>> = {
  account_profile: 'account',
  enterprise_credit: 'credit',
  previous_filing: 'previous',
  situation: 'situation',
  system: 'system',
}

/** The specification's notes to itself → what the applicant may read; the office's questions say the rest. */
const HINTS: Readonly<Record<string, string>> = {
  '年周期参考248天×8=1984小时(2025年起法定节假日13天,知识;旧口径2000小时),做成参数':
    '以年为周期的一般是 1984 小时（248 个工作日，每日 8 小时）；以窗口核定为准',
}

/** @param typeOf types of the form's fields, which conditions are read by */
export function toSection(section: SeedSection, typeOf?: TypeOf): Section {
  return {
    id: section.id,
    title: fullWidth(section.title),
    ...(section.show_when && { showWhen: toLogic(section.show_when, typeOf) }),
    fields: section.fields.map((field) => toField(field, typeOf)),
  }
}

export function toField(field: SeedField, typeOf?: TypeOf): Field {
  return {
    id: field.id,
    label: fullWidth(field.label),
    type: field.type,
    ...(field.required === true && { required: true }),
    ...(field.required_when && { requiredWhen: toLogic(field.required_when, typeOf) }),
    ...(field.show_when && { showWhen: toLogic(field.show_when, typeOf) }),
    ...(field.hint !== undefined && { hint: HINTS[field.hint] ?? fullWidth(field.hint) }),
    ...(field.readonly === true && { readonly: true }),
    ...(field.default !== undefined && { default: toDefault(field.default) }),
    ...(field.options && { options: field.options.map(({ value, label }) => ({ value, label: fullWidth(label) })) }),
    ...(field.columns && { columns: field.columns.map((column) => toField(column)) }),
    ...(field.prefill && !misled(field) && { prefill: toPrefill(field.prefill) }),
    ...(field.constraints && { constraints: toConstraints(field.constraints, typeOf) }),
  }
}

const toPrefill = ({ source, path }: NonNullable<SeedField['prefill']>): Prefill => ({
  source: PREFILL_SOURCES[source],
  path,
})

/** An enterprise account's phone is its agent's (contract #17 UserInfo.phone): not the number of the legal representative. */
const misled = ({ id, prefill }: SeedField): boolean => id === 'legal_person_phone' && prefill?.path === 'mobile'

function toDefault(value: SeedValue): string | readonly string[] {
  if (typeof value === 'boolean') return value ? '1' : '0'
  return typeof value === 'number' ? String(value) : value
}

function toConstraints(seed: SeedConstraints, typeOf?: TypeOf): FieldConstraints {
  const constraints: FieldConstraints = {
    minLength: seed.min_len,
    maxLength: seed.max_len,
    pattern: seed.pattern === undefined ? undefined : patternName(seed.pattern),
    elsePattern: seed.else_pattern === undefined ? undefined : patternName(seed.else_pattern),
    patternWhen: seed.applies_when === undefined ? undefined : toLogic(seed.applies_when, typeOf),
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
