import type { FormMove } from '../../../shared/domain/form-move'
import {
  carryOver,
  fieldsOf,
  hasRows,
  isFilled,
  type Answers,
  type AnswerValue,
  type Field,
  type FormSchema,
  type SetAside,
} from '../../../shared/form/index'

/** Changes that were made in an old version of a form, as the new one takes them. */
export interface MovedChanges {
  readonly kept: Record<string, AnswerValue>
  /** What was typed and has no place any more: to be shown, so that it is not lost. */
  readonly left: readonly SetAside[]
}

/** What is signed or declared in the old version is in neither: it is made anew. */
export function movedChanges(from: FormSchema, to: FormSchema, changes: Answers): MovedChanges {
  const { kept, setAside } = carryOver(from, to, changes)
  return {
    kept: Object.fromEntries(Object.entries(kept).filter(([id]) => id in changes)),
    left: setAside.filter(({ field, value }) => field.id in changes && isFilled(value)),
  }
}

/** The old version of a form as far as its move tells: what stayed is as it is now, what went is as it was. */
export function formBefore(to: FormSchema, { setAside }: FormMove): FormSchema {
  const gone = new Map(setAside.map(({ field }) => [field.id, field] as const))
  const merged = (field: Field): Field => {
    const old = gone.get(field.id)
    if (!old) return field
    const isTable = hasRows(old) && hasRows(field)
    return isTable ? { ...field, columns: [...(field.columns ?? []), ...(old.columns ?? [])] } : old
  }
  const now = fieldsOf(to)
  const others = setAside.map(({ field }) => field).filter(({ id }) => now.every((field) => field.id !== id))
  return { ...to, sections: [{ id: 'before', title: '', fields: [...now.map(merged), ...others] }] }
}
