/**
 * The form language's public face: pure functions over a form file (schema) and one typed context.
 * The page and the cloud functions run the same code; the server's verdict counts. (lint.ts is for builds and tests and
 * stays out of the page.)
 */
export type { Answers, AnswerValue, CellValue, DateRange, TableRow } from './answers'
export type { FormContext } from './context'
export type { Problem } from './problem'
export type { Field, FieldType, FormSchema, Logic, Rule, Section } from './schema'

export { validateForm, isRequired } from './validate'
export { visibleForm, type VisibleForm } from './visibility'
export {
  answersSize,
  applyPatch,
  emptyAnswers,
  LARGEST_DRAFT,
  LARGEST_TABLE,
  LARGEST_VALUE,
  normalizePatch,
  submittedAnswers,
} from './patch'
export { byteSize } from './byte-size'
export { diffRows, spliceRows, tableRowsOf, type RowSplice } from './row-patch'
export { answerDigest, sameAnswer } from './same-answer'
export { situationValues } from './situation-values'
export { formProgress } from './progress'
export {
  summarize,
  notesOf,
  displayInFull,
  displayMasked,
  displayValue,
  type SummarySection,
  type SummaryItem,
} from './summary'
export {
  applyPrefill,
  asksFor,
  firstAnswers,
  originsAfter,
  originsOf,
  type Offer,
  type Prefilled,
  type PrefillSources,
  type ValueOrigin,
} from './apply-prefill'
export { carryOver, isMadeAnew, leftToDo } from './carry-over'
export type { SetAside } from './kind/kind'
export { originText } from './origin-text'
export { ageText, factsOfIdCard } from './id-card-facts'
export { fieldsOf, fieldById, labelOf, parseFieldPath } from './fields-of'
export { isFilled, type WorkingDays } from './operators'
export { resolveBound, shiftDay } from './days'
export { hasRows, holdsFiles, kindOf } from './fields/index'

export { type Calendar, countsEstimated, PLAIN_CALENDAR, workingDaysBy } from './calendar'
