import { NO_SIGNATURE, type SignatureState } from '../components/field-signature/signature-state'
import {
  displayMasked,
  fieldById,
  holdsFiles,
  isRequired,
  parseFieldPath,
  situationValues,
  originText,
  visibleForm,
  sameAnswer,
  type Answers,
  type AnswerValue,
  type Field,
  type Problem,
  type ValueOrigin,
} from '../../../shared/form/index'
import type { Draft } from './draft'
import { moveHint } from './move-hint'
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
  /** Cells of a table to correct: `<row>.<columnId>` → message. */
  readonly cellErrors: Readonly<Record<string, string>>
  /** Cells of a table to look at again. */
  readonly cellWarnings: Readonly<Record<string, string>>
  /** The row of a table to open; -1 = none. */
  readonly openRow: number
  readonly required: boolean
  readonly readonly: boolean
  /** The situation decides its value: it is changed there. */
  readonly bySituation: boolean
  /** Of a correction: why this cannot be changed; '' = it can. */
  readonly settled: string
  readonly source: string
  /** Of a correction: what was submitted, masked; '' = it still is so. */
  readonly before: string
  /** The applicant is to write here now. */
  readonly focus: boolean
  readonly signature: SignatureState
}

/** What the view depends on besides the draft. */
export interface ViewState {
  /** Keys of fields that the applicant has left or that 下一步 has judged: only these show errors. */
  readonly judged: ReadonlySet<string>
  readonly signatures: ReadonlyMap<string, SignatureState>
  /** Key of the field that the applicant is led to; '' = none. */
  readonly focus: string
  /** What was submitted of a correction; null = it is none. */
  readonly before: Answers | null
  /** A row that the applicant asked for. */
  readonly openRow?: { readonly key: string; readonly row: number } | undefined
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
  const around = draft.problemsAround(step.materialId)
  const problems = draft.problems(step.materialId)
  const decided = situationValues(form.schema, context.situation)
  const isCorrection = draft.filled.kind === 'correction'
  const origins = draft.origins(step.materialId)
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
        error: messageOf(own, id, 'error') || draft.refusalOf(step.materialId, id),
        warning:
          warningOf([...own, ...around.filter(({ field: at }) => parseFieldPath(at).fieldId === id)], id) ||
          moveHint(draft, step.materialId, id),
        cellErrors: cellMessages(own, 'error'),
        cellWarnings: cellMessages(own, 'warning'),
        openRow: state.openRow?.key === key ? state.openRow.row : -1,
        required: isRequired(field, visible.context),
        readonly: field.readonly === true || id in decided || (isCorrection && holdsFiles(field)),
        bySituation: id in decided && !isCorrection,
        settled: isCorrection ? settledText(field, id in decided) : '',
        source: id in decided ? '' : sourceText(origins[id]),
        before: state.before === null ? '' : beforeText(field, state.before[id] ?? null, value),
        focus: state.focus === key,
        signature: state.signatures.get(key) ?? NO_SIGNATURE,
      },
    ]
  })
}

function sourceText(origin: ValueOrigin | undefined): string {
  return origin ? `${originText(origin)}，请核对` : ''
}

/** Of a correction: why this cannot be changed. */
function settledText(field: Field, bySituation: boolean): string {
  if (holdsFiles(field)) return '沿用提交申报时的签名，需要重签的请到窗口办理'
  return bySituation ? '这一项随办理情形，补正时不能改' : ''
}

/** Of a correction: what the office has. */
function beforeText(field: Field, before: AnswerValue, now: AnswerValue): string {
  if (holdsFiles(field) || sameAnswer(before, now)) return ''
  return displayMasked(field, before) || '（空）'
}

const warningOf = (problems: readonly Problem[], fieldId: string): string =>
  messageOf(problems, fieldId, 'warning') || messageOf(problems, fieldId, 'info')

/** So many rows are named; of more it is said how many there are. */
const MOST_ROWS_NAMED = 3

/** A problem of the field itself, or a word about its cells. */
function messageOf(problems: readonly Problem[], fieldId: string, severity: Problem['severity']): string {
  const same = problems.filter((problem) => problem.severity === severity)
  const own = same.find((problem) => problem.field === fieldId)
  if (own) return own.message
  if (same.length === 0) return ''
  if (severity === 'error') return `表格里有 ${same.length} 处需要修改`
  return `${rowNames(same)}有要核对的内容，见该行的提示`
}

/** `第 2、5 行`, of many the first three: `第 2、5、9 行等 12 行`. */
function rowNames(problems: readonly Problem[]): string {
  const rows = [...new Set(problems.map(({ field }) => parseFieldPath(field).row ?? 0))].sort((a, b) => a - b)
  const first = rows.slice(0, MOST_ROWS_NAMED).map((row) => row + 1)
  return `第 ${first.join('、')} 行${rows.length > first.length ? `等 ${rows.length} 行` : ''}`
}

/** Hundreds of imported rows may have thousands of problems: what goes to the view at once is limited. */
const MOST_CELL_ERRORS = 500

/** `<row>.<columnId>` → message, of the first that need attention. */
function cellMessages(problems: readonly Problem[], severity: 'error' | 'warning'): Record<string, string> {
  const cells: Record<string, string> = {}
  const same = problems.filter((problem) => problem.severity === severity)
  for (const { field, message } of same.slice(0, MOST_CELL_ERRORS)) {
    const { row, columnId } = parseFieldPath(field)
    if (row !== undefined && columnId !== undefined) cells[`${row}.${columnId}`] ??= message
  }
  return cells
}
