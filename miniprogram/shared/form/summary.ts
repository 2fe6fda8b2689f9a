import type { AnswerValue } from './answers'
import type { FormContext } from './context'
import { kindOf } from './fields/index'
import type { Details } from './kind/kind'
import { isFilled } from './operators'
import type { Field, FormSchema } from './schema'
import { conditionHolds, visibleForm } from './visibility'

/** One field: of a table its rows, of a signature its pictures stand beside the text. */
export interface SummaryItem extends Details {
  readonly fieldId: string
  readonly label: string
  /** As a person reads it; `未填写` when empty. */
  readonly text: string
  readonly empty: boolean
  /** Printed over the full width of the paper. */
  readonly wide: boolean
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

/** What an officer will check by hand of this form in its case. */
export function notesOf(schema: FormSchema, context: FormContext): string[] {
  const seen = visibleForm(schema, context).context
  return schema.notes.filter(({ when }) => conditionHolds(when, seen, true)).map(({ text }) => text)
}

/** One answer as a person reads it; '' when it is empty. */
export const displayValue = (field: Field, value: AnswerValue): string => kindOf(field.type).show(value, field)

/** As `displayValue`, of ID numbers, telephones and addresses only what tells them apart. */
export function displayMasked(field: Field, value: AnswerValue): string {
  const text = displayValue(field, value)
  return text === '' ? '' : kindOf(field.type).masked(text)
}

/** All of an answer, of a table each row. */
export const displayInFull = (field: Field, value: AnswerValue): string => kindOf(field.type).showInFull(value, field)

function summaryItem(field: Field, value: AnswerValue): SummaryItem {
  const kind = kindOf(field.type)
  const item = { fieldId: field.id, label: field.label, wide: kind.wide }
  if (!isFilled(value)) return { ...item, text: EMPTY, empty: true }
  return { ...item, text: kind.show(value, field), empty: false, ...kind.details(value, field) }
}
