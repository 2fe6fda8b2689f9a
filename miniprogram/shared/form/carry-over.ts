import type { Answers, AnswerValue, CellValue, TableRow } from './answers'
import { fittingAnswer, isAffirmed } from './apply-prefill'
import { fieldById, fieldsOf } from './fields-of'
import { isFilled } from './operators'
import { tableRowsOf } from './row-patch'
import type { Field, FormSchema } from './schema'

/** A field that the new version has no place for, as it was, with what stood in it; null = nothing. */
export interface SetAside {
  readonly field: Field
  readonly value: AnswerValue
}

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
export function isMadeAnew(field: Field): boolean {
  const { type, default: first, prefill, options = [], constraints } = field
  const isSigningDay = type === 'date' && (first === 'today' || prefill?.path === 'today')
  // Every single point must be ticked: that is a declaration too.
  const isDeclaration = type === 'multi_choice' && options.length > 0 && (constraints?.minSelect ?? 0) >= options.length
  return isAffirmed(field) || isSigningDay || isDeclaration
}

interface Part {
  /** undefined = the field has nothing from before. */
  readonly kept?: AnswerValue
  readonly left?: SetAside
}

function carryValue(field: Field, target: Field, value: AnswerValue): Part {
  const left = { field, value }
  if (target.type !== field.type) return isFilled(value) ? { left } : {}
  if (!isFilled(value)) return { kept: null }
  if (field.type === 'table') return carryRows(field, target, tableRowsOf(value))
  const wanted = field.type === 'multi_choice' ? stillChosen(target, value) : value
  const fits = fittingAnswer(target, wanted)
  const isWhole = isFilled(fits) && wanted === value
  return isWhole ? { kept: fits } : { kept: fits, left }
}

function stillChosen({ options = [] }: Field, value: AnswerValue): AnswerValue {
  if (!Array.isArray(value)) return value
  const chosen = (value as readonly unknown[]).filter(
    (item): item is string => typeof item === 'string' && options.some((option) => option.value === item),
  )
  return chosen.length === (value as readonly unknown[]).length ? (value as AnswerValue) : chosen
}

/** Cell by cell. Rows stay where they are, as long as one of them has anything left. */
function carryRows(field: Field, target: Field, rows: readonly TableRow[]): Part {
  const [kept, lost] = [rows.map(() => emptyRow(target)), rows.map((): Record<string, CellValue> => ({}))]
  for (const column of field.columns ?? []) {
    const place = target.columns?.find(({ id, type }) => id === column.id && type === column.type)
    rows.forEach((row, at) => {
      const value = row[column.id] ?? null
      if (!isFilled(value)) return
      const part = place ? carryValue(column, place, value) : { left: { field: column, value } }
      const [ours, theirs] = [kept[at], lost[at]]
      if (ours && part.kept !== undefined) ours[column.id] = part.kept as CellValue
      if (theirs && part.left) theirs[column.id] = value
    })
  }
  const columns = (field.columns ?? []).filter(({ id }) => lost.some((row) => isFilled(row[id])))
  const isEmpty = kept.every((row) => Object.values(row).every((cell) => !isFilled(cell)))
  const left = columns.length > 0 ? { left: { field: { ...field, columns }, value: lost } } : {}
  return { kept: isEmpty ? null : kept, ...left }
}

const emptyRow = ({ columns = [] }: Field): Record<string, CellValue> =>
  Object.fromEntries(columns.map(({ id }) => [id, null]))
