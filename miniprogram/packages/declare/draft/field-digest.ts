import type { DraftCopy } from '../../../platform/storage'
import { answerDigest, type AnswerValue } from '../../../shared/form/index'

/** What a field had, told without keeping it. */
export type FieldDigest = NonNullable<DraftCopy['bases']>[number]

export const fieldDigest = (materialId: string, fieldId: string, value: AnswerValue): FieldDigest => ({
  materialId,
  fieldId,
  digest: answerDigest(value),
})

/** Is what the server has of a field one of the values that are known here? */
export function isKnown(
  known: readonly FieldDigest[],
  field: { readonly materialId: string; readonly fieldId: string; readonly newest: AnswerValue },
): boolean {
  const digest = answerDigest(field.newest)
  return known.some((it) => it.materialId === field.materialId && it.fieldId === field.fieldId && it.digest === digest)
}
