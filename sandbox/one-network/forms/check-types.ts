import type { FormField, FormFile } from '../catalogue/form-file'
import type { FieldError } from '../protocol/errors'

/** On saving, the provider checks types and lengths by the field dictionary (contract chapter 12), nothing else. */

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isStringArray(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string')
}

/** Text of a field without its own limit. */
const DEFAULT_MAX_LENGTH = 500

function textProblem(field: FormField, value: unknown): string | undefined {
  if (typeof value !== 'string') return '应为文本'
  const max = field.constraints?.maxLength ?? DEFAULT_MAX_LENGTH
  return [...value].length > max ? `不能超过 ${max} 个字` : undefined
}

function choiceProblem(field: FormField, value: unknown): string | undefined {
  if (typeof value !== 'string') return '应为文本'
  return value === '' || field.options?.some((option) => option.value === value) ? undefined : '不在可选范围内'
}

function multiChoiceProblem(field: FormField, value: unknown): string | undefined {
  if (!isStringArray(value)) return '应为文本数组'
  return value.every((part) => field.options?.some((option) => option.value === part)) ? undefined : '不在可选范围内'
}

function dateRangeProblem(value: unknown): string | undefined {
  const fits =
    isObject(value) && Object.keys(value).sort().join() === 'begin,end' && isDate(value.begin) && isDate(value.end)
  return fits ? undefined : '应为起止日期'
}

/** Problem of one value that is not a table. */
function valueProblem(field: FormField, value: unknown): string | undefined {
  switch (field.type) {
    case 'number':
    case 'money':
    case 'area':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : '应为数字'
    case 'date':
      return value === '' || isDate(value) ? undefined : '应为日期（yyyy-MM-dd）'
    case 'daterange':
      return dateRangeProblem(value)
    case 'boolean':
      return value === '1' || value === '0' || value === '' ? undefined : '应为“1”或“0”'
    case 'single_choice':
      return choiceProblem(field, value)
    case 'multi_choice':
      return multiChoiceProblem(field, value)
    case 'signature':
      return isStringArray(value) ? undefined : '应为附件编码数组'
    default:
      return textProblem(field, value)
  }
}

function tableErrors(field: FormField, value: unknown, path: string): readonly FieldError[] {
  if (!Array.isArray(value) || !value.every(isObject)) return [{ field: path, message: '应为表格' }]
  const maxRows = field.constraints?.maxRows
  if (maxRows !== undefined && value.length > maxRows) return [{ field: path, message: `不能超过 ${maxRows} 行` }]
  return value.flatMap((row, index) => objectErrors(field.columns ?? [], row, `${path}[${index}]`))
}

function objectErrors(
  fields: readonly FormField[],
  values: Readonly<Record<string, unknown>>,
  path: string,
): readonly FieldError[] {
  const byId = new Map(fields.map((field) => [field.id, field] as const))
  return Object.entries(values).flatMap(([id, value]) => {
    const field = byId.get(id)
    const at = `${path}.${id}`
    if (field === undefined) return [{ field: at, message: '未定义的字段' }]
    if (field.type === 'table') return tableErrors(field, value, at)
    const problem = valueProblem(field, value)
    return problem === undefined ? [] : [{ field: at, message: `${field.label}${problem}` }]
  })
}

/** Fields that the dictionary does not know, wrong types and over-long texts, each with its path. */
export function typeErrors(
  form: FormFile,
  formData: Readonly<Record<string, unknown>>,
  path: string,
): readonly FieldError[] {
  return objectErrors(
    form.sections.flatMap((section) => section.fields),
    formData,
    path,
  )
}
