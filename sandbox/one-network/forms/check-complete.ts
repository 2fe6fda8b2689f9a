import type { FormField, FormFile } from '../catalogue/form-file'
import type { FieldError } from '../protocol/errors'
import type { FormData, FormValue } from '../state/records'
import { holdsForForm, isFilled } from './form-condition'
import { ID_NUMBER, typeOf, USCC } from './field-types'

/** On formal submission: required fields and check digits of certificates (contract chapter 12). */

function checkDigitProblem(field: FormField, value: FormValue, data: FormData): string | undefined {
  if (typeof value !== 'string') return undefined
  const { pattern, documentType } = field.constraints ?? {}
  if (documentType !== undefined && !isOfIdCard(data[documentType])) return undefined
  const own = typeOf(field).checkDigit
  const wanted = pattern === 'id-card' ? ID_NUMBER : pattern === 'uscc' ? USCC : own
  return [own, wanted].find((digit) => digit && !digit.holds(value))?.problem
}

/** Of the documents the provider knows only the ID card's check digit. */
const isOfIdCard = (documentType: FormValue | undefined): boolean => !isFilled(documentType) || documentType === 'id'

function isRow(value: unknown): value is FormData {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldErrors(field: FormField, data: FormData, path: string, whole: FormData): readonly FieldError[] {
  // A column's condition may read its own row or the form around it.
  const scope = { ...whole, ...data }
  if (field.showWhen !== undefined && !holdsForForm(field.showWhen, scope)) return []
  const value = data[field.id]
  const at = `${path}.${field.id}`
  if (!isFilled(value)) {
    const required =
      field.required === true || (field.requiredWhen !== undefined && holdsForForm(field.requiredWhen, scope))
    return required ? [{ field: at, message: `${field.label}不能为空` }] : []
  }
  if (typeOf(field).isTable && Array.isArray(value)) {
    return value.flatMap((row: unknown, index) =>
      isRow(row) ? (field.columns ?? []).flatMap((column) => fieldErrors(column, row, `${at}[${index}]`, whole)) : [],
    )
  }
  const problem = checkDigitProblem(field, value, scope)
  return problem === undefined ? [] : [{ field: at, message: problem }]
}

/** What is missing or has a wrong check digit. Hidden sections and fields are not looked at. */
export function completenessErrors(form: FormFile, data: FormData, path: string): readonly FieldError[] {
  return form.sections
    .filter((section) => section.showWhen === undefined || holdsForForm(section.showWhen, data))
    .flatMap((section) => section.fields.flatMap((field) => fieldErrors(field, data, path, data)))
}
