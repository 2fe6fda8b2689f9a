import type { FormMove } from '../../../shared/domain/form-move'
import { formatBeijingDate } from '../../../shared/domain/time'
import { displayInFull, fieldById, isFilled, type Field } from '../../../shared/form/index'
import type { Draft } from './draft'
import { fieldKey } from './form-view'
import { isMovedStep } from './move-hint'
import type { Step } from './form-steps'

/** A field of a replaced form that is to be looked at, with where it stands. */
interface MovedField {
  readonly key: string
  readonly fieldId: string
  readonly materialId: string
  readonly label: string
  /** Why it is to be looked at. */
  readonly hint: string
}

/** What the form page says about a form that the office has replaced. */
export interface FormMoveView {
  readonly key: string
  readonly title: string
  /** `2026年12月1日` */
  readonly changedOn: string
  readonly kept: number
  /** New ones first, then those to be done again. */
  readonly todo: readonly MovedField[]
  /** What was filled in and has no place any more, readable. */
  readonly gone: readonly { readonly key: string; readonly label: string; readonly text: string }[]
  /** Labels of fields that are gone and were empty. */
  readonly removed: string
}

/** One for each form that was replaced; of fields only those that are shown. */
export function formMoveViews(draft: Draft, steps: readonly Step[]): FormMoveView[] {
  return (draft.filled.moves ?? []).flatMap((move) => {
    const schema = draft.form(move.materialId)?.schema
    if (!schema) return []
    const { materialId } = move
    const shown = new Set(steps.filter((step) => step.materialId === materialId).flatMap(({ fieldIds }) => fieldIds))
    const fields = (ids: readonly string[], hintOf: (filled: boolean) => string): MovedField[] =>
      ids
        .filter((id) => shown.has(id))
        .flatMap((fieldId) => {
          const field = fieldById(schema, fieldId)
          const hint = hintOf(isFilled(draft.value(materialId, fieldId)))
          return field ? [{ key: fieldKey(materialId, fieldId), fieldId, materialId, label: field.label, hint }] : []
        })
    const left = [...move.setAside, ...draft.leftOf(materialId)]
    return [
      {
        key: materialId,
        title: schema.title,
        changedOn: formatBeijingDate(move.changedOn),
        kept: move.kept,
        todo: [
          ...fields(move.added, (filled) => (filled ? '新增，填好了' : '新增')),
          ...fields(move.again, (filled) => (filled ? '写法变了，请核对' : '请重新填写')),
        ],
        gone: left
          .filter(({ value }) => isFilled(value))
          .map((it, at) => ({ key: `${at}`, label: labelOf(it.field), text: displayInFull(it.field, it.value) })),
        removed: left
          .filter(({ field, value }) => !isFilled(value) && !fieldById(schema, field.id))
          .map(({ field }) => field.label)
          .join('、'),
      },
    ]
  })
}

/** Nobody has worked on the draft since the move, or something of it is still open: the notice is unfolded. */
export function isMoveFresh(draft: Draft, steps: readonly Step[]): boolean {
  const isUntouched = ({ madeVersion }: FormMove): boolean => madeVersion === draft.version
  return (draft.filled.moves ?? []).some(isUntouched) || steps.some((step) => isMovedStep(draft, step))
}

/** Of a table the columns that went are named. */
function labelOf({ label, columns = [] }: Field): string {
  return columns.length > 0 ? `${label}（${columns.map((column) => column.label).join('、')}）` : label
}
