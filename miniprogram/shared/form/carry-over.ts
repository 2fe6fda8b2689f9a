import type { Answers, AnswerValue } from './answers'
import { isAffirmed } from './apply-prefill'
import { fieldById, fieldsOf } from './fields-of'
import { kindOf } from './fields/index'
import type { CarriedValue, SetAside } from './kind/kind'
import { isFilled } from './operators'
import type { Field, FormSchema } from './schema'

export interface CarriedOver {
  /** By field id of the new version: what is taken over, tidied by it. */
  readonly kept: Answers
  /** Of a table only the columns and cells that have no place; its rows keep their order. */
  readonly setAside: readonly SetAside[]
}

/**
 * Answers of one version of a form as another version takes them (contract chapter 12, as for #6): fields that still
 * exist with the same type, options that still exist, of tables column by column. What is signed or declared is made
 * anew and comes from nowhere. Nothing is lost: what is not taken over is set aside.
 */
export function carryOver(from: FormSchema, to: FormSchema, answers: Answers): CarriedOver {
  const kept: Record<string, AnswerValue> = {}
  const setAside: SetAside[] = []
  for (const field of fieldsOf(from)) {
    const value = answers[field.id] ?? null
    const target = fieldById(to, field.id)
    if (!target) setAside.push({ field, value: isMadeAnew(field) ? null : value })
    if (!target || isMadeAnew(field) || isMadeAnew(target)) continue
    const part = carryValue(field, target, value)
    if (part.kept !== undefined) kept[field.id] = part.kept
    if (part.left) setAside.push(part.left)
  }
  return { kept, setAside }
}

/** What a move to another version leaves to the applicant. Field ids of the new version, in its order. */
export interface LeftToDo {
  /** Fields that the old version did not have. */
  readonly added: readonly string[]
  /** To be signed, declared, filled in or checked again. */
  readonly again: readonly string[]
}

/** @param carried what `carryOver` made of the old answers */
export function leftToDo(from: FormSchema, to: FormSchema, { kept, setAside }: CarriedOver): LeftToDo {
  const isAgain = (field: Field): boolean => {
    const old = fieldById(from, field.id)
    if (!old) return false
    const isNewlyRequired = field.required === true && old.required !== true && !isFilled(kept[field.id])
    return isMadeAnew(field) || isNewlyRequired || setAside.some((it) => it.field.id === field.id)
  }
  const ids = (fields: readonly Field[]): string[] => fields.map(({ id }) => id)
  return {
    added: ids(fieldsOf(to).filter(({ id }) => !fieldById(from, id))),
    again: ids(fieldsOf(to).filter(isAgain)),
  }
}

/** Signatures, days of signing and declarations stand for this very form: nobody signed another version of it. */
export const isMadeAnew = (field: Field): boolean => isAffirmed(field) || kindOf(field.type).isMadeAnew(field)

function carryValue(field: Field, target: Field, value: AnswerValue): CarriedValue {
  if (target.type !== field.type) return isFilled(value) ? { left: { field, value } } : {}
  return isFilled(value) ? kindOf(field.type).carry(value, field, target) : { kept: null }
}
