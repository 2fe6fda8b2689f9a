import { displayValue, fieldById, labelOf, parseFieldPath, type AnswerValue } from '../../../../shared/form/index'
import type { Clash, Draft } from '../../draft/draft'
import { formMoveViews } from '../../draft/form-moves'
import { AFTER_THE_FORMS, missingOf, type Step } from '../../draft/form-steps'
import { inShort, remedyOf } from '../../draft/problem-words'
import { stepRow } from '../../draft/steps-view'
import { anchorOf, fieldKey } from '../../draft/form-view'
import type { FormPath } from './form-path'
import type { ClashView, ProblemView } from './form-data'

/** What stands around the fields: which step of how many, and how much is still to fill. */
export function headingOf(draft: Draft, { steps, index, step, named }: FormPath) {
  const { filled } = draft
  const forms = new Set(steps.map(({ materialId }) => materialId))
  return {
    ready: true,
    reason: filled.kind === 'correction' ? (filled.reasons[step?.materialId ?? ''] ?? '') : '',
    formTitle: forms.size > 1 ? (step?.formTitle ?? '') : '',
    named,
    stepTitle: named > 0 ? `只改窗口说的 ${named} 项` : (step?.title ?? ''),
    stepTitles: steps.map(({ title }, i) => `${i + 1}. ${title}`),
    stepIndex: index,
    stepCount: steps.length + (filled.kind === 'declaration' ? AFTER_THE_FORMS : 0),
    lastStep: index >= steps.length - 1,
    fixedRows: filled.kind === 'declaration' && step?.materialId === filled.promises.letter,
    moves: formMoveViews(draft, steps),
    missing: step ? leftOf(draft, step) : 0,
  }
}

/** Required entries that are empty; 0 = the step is filled in, -1 = neither: it is empty, or something of it is wrong. */
function leftOf(draft: Draft, step: Step): number {
  const missing = missingOf(draft, step).length
  return missing > 0 || stepRow(draft, step).tone === 'done' ? missing : -1
}

/** What stands in the way of the next step, as entries that lead to their fields. */
export function stepProblems(draft: Draft, step: Step): ProblemView[] {
  const form = draft.form(step.materialId)
  if (!form) return []
  return draft
    .problems(step.materialId)
    .filter(({ severity, field }) => severity === 'error' && step.fieldIds.includes(parseFieldPath(field).fieldId))
    .map(({ field, message, code }) => {
      const { fieldId, row = -1 } = parseFieldPath(field)
      const label = labelOf(form.schema, field)
      return {
        key: `${field} ${code}`,
        anchor: anchorOf(fieldId),
        fieldId,
        row,
        label,
        message: inShort(message, code),
        remedy: remedyOf(code),
      }
    })
}

/** Fields changed here and elsewhere, both values readable. */
export function clashViews(draft: Draft, clashes: readonly Clash[]): ClashView[] {
  return clashes.flatMap(({ materialId, fieldId, mine, newest }) => {
    const schema = draft.form(materialId)?.schema
    const field = schema && fieldById(schema, fieldId)
    if (!field) return []
    const read = (value: AnswerValue): string => displayValue(field, value) || '（空）'
    return [{ key: fieldKey(materialId, fieldId), label: field.label, mine: read(mine), newest: read(newest) }]
  })
}
