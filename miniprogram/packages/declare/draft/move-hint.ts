import { isFilled } from '../../../shared/form/index'
import type { Draft } from './draft'
import type { Step } from './form-steps'

/** What a moved field still waits for; '' = nothing. */
export function moveHint(draft: Draft, materialId: string, fieldId: string): string {
  const move = draft.filled.moves?.find((it) => it.materialId === materialId)
  if (!move || isFilled(draft.value(materialId, fieldId))) return ''
  if (move.added.includes(fieldId)) return '这是新版申报表增加的栏目'
  return move.again.includes(fieldId) ? '申报表换了新版，请重新填写这一项' : ''
}

/** Does a step hold a field that its form's new version leaves to the applicant? */
export const isMovedStep = (draft: Draft, { materialId, fieldIds }: Step): boolean =>
  fieldIds.some((fieldId) => moveHint(draft, materialId, fieldId) !== '')
