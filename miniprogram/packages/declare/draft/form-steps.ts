import { formProgress, visibleForm } from '../../../shared/form/index'
import type { Draft } from './draft'
import type { NextPlace } from './next-place'

/** One screen of the form page: a section of one of the declaration's forms. */
export interface Step {
  /** Stable while conditions come and go. */
  readonly key: string
  readonly materialId: string
  readonly sectionId: string
  readonly formTitle: string
  readonly title: string
  readonly fieldIds: readonly string[]
}

/** The sections that are shown now, form after form. */
export function stepsOf(draft: Draft): Step[] {
  return draft.askedForms().flatMap(({ materialId, schema }) =>
    visibleForm(schema, draft.context(materialId)).sections.map((section) => ({
      key: `${materialId}/${section.id}`,
      materialId,
      sectionId: section.id,
      formTitle: schema.title,
      title: section.title,
      fieldIds: section.fields.map((field) => field.id),
    })),
  )
}

/** What a declaration has after its forms: the materials, and the review. */
export const AFTER_THE_FORMS = 2

/** The step that a place names, or the first one of its form; 0 when there is no such place. */
export function stepIndexOf(steps: readonly Step[], { materialId, sectionId, fieldId }: Partial<NextPlace>): number {
  const exact = steps.findIndex(
    (step) =>
      step.materialId === materialId &&
      (fieldId === undefined ? step.sectionId === sectionId : step.fieldIds.includes(fieldId)),
  )
  return Math.max(exact >= 0 ? exact : steps.findIndex((step) => step.materialId === materialId), 0)
}

/** Required entries of a step that are still empty. */
export function missingOf(draft: Draft, { materialId, fieldIds }: Pick<Step, 'materialId' | 'fieldIds'>): string[] {
  const form = draft.form(materialId)
  if (!form) return []
  return formProgress(form.schema, draft.context(materialId)).missing.filter((id) => fieldIds.includes(id))
}
