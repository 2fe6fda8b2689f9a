import type { SeedField, SeedForm } from '../catalogue/seed-types'
import type { FieldError } from '../protocol/errors'
import type { FormData, FormValue } from '../state/records'
import { holdsForForm, isFilled } from './field-condition'
import { ID_NUMBER, typeOf, USCC } from './field-types'

/** On formal submission: required fields and check digits of certificates (contract chapter 12). */

function checkDigitProblem(field: SeedField, value: FormValue, data: FormData): string | undefined {
  if (typeof value !== 'string') return undefined
  const { checksum, applies_when: appliesWhen } = field.constraints ?? {}
  if (appliesWhen !== undefined && !holdsForForm(appliesWhen, data)) return undefined
  const own = typeOf(field).checkDigit
  const wanted = checksum?.startsWith('GB11643') ? ID_NUMBER : checksum?.startsWith('GB32100') ? USCC : own
  return [own, wanted].find((digit) => digit && !digit.holds(value))?.problem
}

function isRow(value: unknown): value is FormData {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldErrors(field: SeedField, data: FormData, path: string, whole: FormData): readonly FieldError[] {
  // A column's condition may read its own row or the form around it.
  const scope = { ...whole, ...data }
  if (field.show_when !== undefined && !holdsForForm(field.show_when, scope)) return []
  const value = data[field.id]
  const at = `${path}.${field.id}`
  if (!isFilled(value)) {
    const required = field.required || (field.required_when !== undefined && holdsForForm(field.required_when, scope))
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
export function completenessErrors(form: SeedForm, data: FormData, path: string): readonly FieldError[] {
  return form.sections
    .filter((section) => section.show_when === undefined || holdsForForm(section.show_when, data))
    .flatMap((section) => section.fields.flatMap((field) => fieldErrors(field, data, path, data)))
}
