import type { FieldView } from './form-view'

/**
 * The smallest setData that turns one list of fields into another: single members by path when the same fields are
 * shown, the whole list otherwise.
 */
export function viewPatch(before: readonly FieldView[], after: readonly FieldView[]): Record<string, unknown> {
  const sameFields = before.length === after.length && before.every((view, i) => view.key === after[i]?.key)
  if (!sameFields) return { fields: after }
  const patch: Record<string, unknown> = {}
  after.forEach((view, i) => {
    const old = before[i]
    if (!old) return
    for (const name of Object.keys(view) as (keyof FieldView)[]) {
      if (name === 'field') continue
      if (!same(old[name], view[name])) patch[`fields[${i}].${name}`] = view[name]
    }
  })
  return patch
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
