import type { FormField, FormFile } from '../catalogue/form-file'
import type { FieldError } from '../protocol/errors'
import { isObject, typeOf } from './field-types'

/** On saving, the provider checks types and lengths by the field dictionary (contract chapter 12), nothing else. */

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
    const type = typeOf(field)
    if (type.isTable) return tableErrors(field, value, at)
    const problem = type.problem(field, value)
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
