import type { FormField, FormFile } from '../catalogue/form-file'
import type { FormData, FormValue } from '../state/records'
import { typeOf } from './field-types'

interface ReadableRow {
  readonly label: string
  readonly value: string
  /** The value with people's numbers masked; absent where there is none in it. */
  readonly masked?: string
}

/** A form as an officer reads it: labels instead of field ids, option labels instead of codes. */
export interface ReadableForm {
  readonly title: string
  readonly sections: readonly { readonly title: string; readonly rows: readonly ReadableRow[] }[]
}

type Row = Readonly<Record<string, FormValue>>

/** Array.isArray does not narrow readonly arrays. */
function isList(value: FormValue): value is readonly string[] | readonly Row[] {
  return Array.isArray(value)
}

function toText(field: FormField, value: FormValue, isMasked: boolean): string {
  const labelOf = (code: string) => field.options?.find((option) => option.value === code)?.label ?? code
  if (typeof value === 'number') return String(value)
  const { isTable, masked, readable = labelOf } = typeOf(field)
  if (typeof value === 'string')
    return isMasked && masked !== undefined && value !== '' ? masked(value) : readable(value)
  if (!isList(value)) return 'begin' in value ? `${value.begin} 至 ${value.end}` : ''
  return value
    .map((part) => (typeof part === 'string' ? labelOf(part) : toRowText(field, part, isMasked)))
    .join(isTable ? '\n' : '、')
}

function toRowText(field: FormField, row: Row, isMasked: boolean): string {
  return (field.columns ?? [])
    .map((column) => {
      const cell = row[column.id]
      return cell === undefined || cell === '' ? '' : `${column.label}：${toText(column, cell, isMasked)}`
    })
    .filter((text) => text !== '')
    .join('；')
}

function toReadableRow(field: FormField, value: FormValue): ReadableRow {
  const [full, masked] = [toText(field, value, false), toText(field, value, true)]
  return { label: field.label, value: full, ...(masked === full ? {} : { masked }) }
}

export function toReadableForm(form: FormFile, data: FormData): ReadableForm {
  return {
    title: form.title,
    sections: form.sections
      .map((section) => ({
        title: section.title,
        rows: section.fields.flatMap((field) => {
          const value = data[field.id]
          return value === undefined ? [] : [toReadableRow(field, value)]
        }),
      }))
      .filter((section) => section.rows.length > 0),
  }
}
