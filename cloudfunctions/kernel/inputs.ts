import * as v from 'valibot'
import { type Nothing } from '../../miniprogram/shared/contract/actions'
import { CONSENT_VERSIONS, type ConsentText } from '../../miniprogram/shared/domain/consent'
import { type FormPatch } from '../../miniprogram/shared/domain/declaration'
import { type Answers } from '../../miniprogram/shared/form/answers'
import { LARGEST_TABLE, LARGEST_VALUE } from '../../miniprogram/shared/form/patch'

/** Checks that several actions share. Lengths follow the contract (schema Id, FileName) or our own limits. */
export const nothing: v.GenericSchema<unknown, Nothing> = v.pipe(
  v.optional(v.object({}), {}),
  v.transform((): Nothing => ({})),
)
export const providerId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{1,64}$/))
export const ourId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
export const subjectType = v.picklist(['person', 'enterprise'])
export const optionIds = v.pipe(v.array(providerId), v.maxLength(60), v.checkItems(isFirst))
export const fieldId = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/))
export const version = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))

/** Texts that a citizen agrees to, each once. */
export const agreed = v.pipe(
  v.array(
    v.object({
      text: v.picklist(Object.keys(CONSENT_VERSIONS) as ConsentText[]),
      version: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
    }),
  ),
  v.maxLength(Object.keys(CONSENT_VERSIONS).length),
)

function isFirst<T>(item: T, index: number, all: readonly T[]): boolean {
  return all.indexOf(item) === index
}

const cell = v.union([
  v.null(),
  v.pipe(v.string(), v.maxLength(LARGEST_VALUE)),
  v.pipe(v.number(), v.finite()),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(2_000))), v.maxLength(500)),
  v.strictObject({ begin: v.pipe(v.string(), v.maxLength(40)), end: v.pipe(v.string(), v.maxLength(40)) }),
])
const table = v.pipe(v.array(v.record(fieldId, cell)), v.maxLength(LARGEST_TABLE))

/** Shape only; what a field allows is the form engine's to say. */
export const answers: v.GenericSchema<unknown, Answers> = v.record(fieldId, v.union([cell, table]))

const rowIndex = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LARGEST_TABLE))
const rowSplices = v.pipe(
  v.array(v.object({ at: rowIndex, remove: rowIndex, insert: table })),
  v.maxLength(LARGEST_TABLE),
)

/** Changes of one form; shape only. */
export const formPatch: v.GenericSchema<unknown, FormPatch> = v.object({
  materialId: providerId,
  answers,
  rows: v.optional(v.record(fieldId, rowSplices)),
})
