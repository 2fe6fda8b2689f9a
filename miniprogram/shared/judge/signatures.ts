import { fieldsOf, holdsFiles, visibleForm, type FormContext, type Problem } from '../form/index'
import type { JudgedForm } from './form'
import type { JudgedFile } from './materials'

/** A signature counts only when its picture is a delivered file of this very field; a hidden field needs none. */
export function signatureProblems(
  { materialId, schema, answers }: JudgedForm,
  context: FormContext,
  files: readonly JudgedFile[],
): readonly Problem[] {
  const isDelivered = (id: unknown, fieldId: string): boolean =>
    files.some(
      (file) =>
        file.id === id && file.materialId === materialId && file.fieldId === fieldId && file.state === 'delivered',
    )
  const isLost = (value: unknown, fieldId: string): boolean =>
    Array.isArray(value) && value.some((id: unknown) => !isDelivered(id, fieldId))
  const suspects = fieldsOf(schema).filter((field) => holdsFiles(field) && isLost(answers[field.id], field.id))
  if (suspects.length === 0) return []
  // Tidied, and null where the field is hidden.
  const { form } = visibleForm(schema, context).context
  return suspects
    .filter(({ id }) => isLost(form[id], id))
    .map(({ id, label }) => {
      const message = `“${label}”还没有送达，请重新签名`
      return { field: id, severity: 'error', code: 'signature', message }
    })
}
