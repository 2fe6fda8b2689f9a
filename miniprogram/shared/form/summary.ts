import type { AnswerValue, TableRow } from './answers'
import type { FormContext } from './context'
import { kindOf } from './fields/index'
import { isFilled } from './operators'
import type { Field, FieldType, FormSchema } from './schema'
import { visibleForm } from './visibility'

export interface SummaryItem {
  readonly fieldId: string
  readonly label: string
  readonly type: FieldType
  /** As a person reads it; `未填写` when empty. */
  readonly text: string
  readonly empty: boolean
  /** Tables: one list of label and text per row. */
  readonly rows?: readonly (readonly { readonly label: string; readonly text: string }[])[]
  /** Signatures: ids of the pictures. */
  readonly attachmentIds?: readonly string[]
}

export interface SummarySection {
  readonly sectionId: string
  readonly title: string
  readonly items: readonly SummaryItem[]
}

const EMPTY = '未填写'

/** The filled form as the office would read it: only what is shown, options by their labels. */
export function summarize(schema: FormSchema, context: FormContext): SummarySection[] {
  const visible = visibleForm(schema, context)
  return visible.sections.map((section) => ({
    sectionId: section.id,
    title: section.title,
    items: section.fields.map((field) => summaryItem(field, visible.context.form[field.id] ?? null)),
  }))
}

/** One answer as a person reads it; '' when it is empty. */
export function displayValue(field: Field, value: AnswerValue): string {
  return isFilled(value) ? kindOf(field.type).show(value, field) : ''
}

function summaryItem(field: Field, value: AnswerValue): SummaryItem {
  const item = { fieldId: field.id, label: field.label, type: field.type }
  if (!isFilled(value)) return { ...item, text: EMPTY, empty: true }
  const filled = { ...item, text: displayValue(field, value), empty: false }
  if (field.type === 'table' && Array.isArray(value)) return { ...filled, rows: tableRows(field, value) }
  if (field.type === 'signature' && Array.isArray(value)) return { ...filled, attachmentIds: value.filter(isText) }
  return filled
}

function tableRows(field: Field, rows: readonly (string | TableRow)[]) {
  return rows.filter(isRow).map((row) =>
    (field.columns ?? []).map((column) => ({
      label: column.label,
      text: displayValue(column, row[column.id] ?? null) || EMPTY,
    })),
  )
}

const isText = (item: string | TableRow): item is string => typeof item === 'string'
const isRow = (item: string | TableRow): item is TableRow => typeof item === 'object'
