import { NO_SIGNATURE, type SignatureState } from '../../../components/field-signature/signature-state'
import {
  fieldById,
  isRequired,
  parseFieldPath,
  PREFILL_LABEL,
  validateForm,
  visibleForm,
  type AnswerValue,
  type Field,
  type Problem,
} from '../../../shared/form/index'
import type { Draft } from './draft'
import type { Step } from './form-steps'

/** One field as the page shows it. */
export interface FieldView {
  /** `<materialId>.<fieldId>`: stable identity. */
  readonly key: string
  /** Element id to scroll to. */
  readonly anchor: string
  readonly field: Field
  readonly value: AnswerValue
  readonly error: string
  /** Something to mind that does not block; '' = nothing. */
  readonly warning: string
  readonly cellErrors: Readonly<Record<string, string>>
  readonly required: boolean
  readonly readonly: boolean
  readonly source: string
  readonly signature: SignatureState
}

/** What the view depends on besides the draft. */
export interface ViewState {
  /** Keys of fields that the applicant has left or that 下一步 has judged: only these show errors. */
  readonly judged: ReadonlySet<string>
  readonly signatures: ReadonlyMap<string, SignatureState>
}

export const fieldKey = (materialId: string, fieldId: string): string => `${materialId}.${fieldId}`

/** Ids of elements may only hold letters, digits, - and _. */
export const anchorOf = (fieldId: string): string => `field-${fieldId.replace(/[^A-Za-z0-9_-]/g, '_')}`

/** The fields of one step, in order. */
export function fieldViews(draft: Draft, step: Step, state: ViewState): FieldView[] {
  const form = draft.form(step.materialId)
  if (!form) return []
  const context = draft.context(step.materialId)
  const visible = visibleForm(form.schema, context)
  const problems = validateForm(form.schema, context)
  return step.fieldIds.flatMap((id) => {
    const field = fieldById(form.schema, id)
    if (!field) return []
    const key = fieldKey(step.materialId, id)
    const own = state.judged.has(key) ? problems.filter((problem) => parseFieldPath(problem.field).fieldId === id) : []
    const value = draft.value(step.materialId, id)
    return [
      {
        key,
        anchor: anchorOf(id),
        field,
        value,
        error: messageOf(own, id, 'error'),
        warning: messageOf(own, id, 'warning') || messageOf(own, id, 'info'),
        cellErrors: cellErrorsOf(own),
        required: isRequired(field, visible.context),
        readonly: field.readonly === true,
        source: draft.isPrefilled(step.materialId, id) ? sourceText(field) : '',
        signature: state.signatures.get(key) ?? NO_SIGNATURE,
      },
    ]
  })
}

function sourceText(field: Field): string {
  return `${PREFILL_LABEL[field.prefill?.source ?? 'default']}，请核对`
}

/** A problem of the field itself, or a word about its cells. */
function messageOf(problems: readonly Problem[], fieldId: string, severity: Problem['severity']): string {
  const same = problems.filter((problem) => problem.severity === severity)
  const own = same.find((problem) => problem.field === fieldId)
  if (own) return own.message
  return same.length > 0 ? `表格里有 ${same.length} 处需要修改` : ''
}

/** `<row>.<columnId>` → message. */
function cellErrorsOf(problems: readonly Problem[]): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const { field, message } of problems) {
    const { row, columnId } = parseFieldPath(field)
    if (row !== undefined && columnId !== undefined) cells[`${row}.${columnId}`] ??= message
  }
  return cells
}
