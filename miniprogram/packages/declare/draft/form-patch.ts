import type { DeclarationForm, FormPatch } from '../../../shared/domain/declaration'
import { diffRows, fieldById, hasRows, tableRowsOf, type Answers, type AnswerValue } from '../../../shared/form/index'

/** The difference to what the server has of a form; undefined when there is none. */
export function patchOf(
  { materialId, schema, answers: before }: DeclarationForm,
  changed: Answers,
): FormPatch | undefined {
  const isTable = (id: string, value: AnswerValue): boolean => {
    const field = fieldById(schema, id)
    return field !== undefined && hasRows(field) && value !== null
  }
  const entries = Object.entries(changed)
  const answers = Object.fromEntries(entries.filter(([id, value]) => !isTable(id, value)))
  const tables = entries
    .filter(([id, value]) => isTable(id, value))
    .map(([id, value]) => [id, diffRows(tableRowsOf(before[id] ?? null), tableRowsOf(value))] as const)
    .filter(([, splices]) => splices.length > 0)
  if (Object.keys(answers).length === 0 && tables.length === 0) return undefined
  return { materialId, answers, ...(tables.length > 0 ? { rows: Object.fromEntries(tables) } : {}) }
}
