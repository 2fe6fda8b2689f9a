/**
 * The form language's public face: pure functions over a form file (schema) and one typed context.
 * The page and the cloud functions run the same code; the server's verdict counts. (lint.ts is for builds and tests and
 * stays out of the page.)
 */
export type { Answers, AnswerValue, CellValue, DateRange, TableRow } from './answers'
export type { FormContext } from './context'
export type { Problem } from './problem'
export type {
  Field,
  FieldConstraints,
  FieldType,
  FormSchema,
  Logic,
  Option,
  Prefill,
  Rule,
  RuleOutcome,
  Section,
  Severity,
} from './schema'

export { validateForm, validateField, isRequired } from './validate'
export { visibleForm, completeAnswers, type VisibleForm } from './visibility'
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
export { formProgress, type Progress } from './progress'
export { summarize, displayInFull, displayValue, type SummarySection, type SummaryItem } from './summary'
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
export { formEffects, type Effect } from './rules'
export { derivedValues } from './derived'
export { ageText, factsOfIdCard, type IdCardFacts } from './id-card-facts'
export { fieldsOf, fieldById, labelOf, parseFieldPath, type FieldPath } from './fields-of'
export { isFilled, type WorkingDays } from './operators'
export { resolveBound, isDay, shiftDay } from './days'
export { hasRows, holdsFiles, kindOf } from './fields/index'
export { regionParts, regionText } from './fields/region'
export { PATTERNS, isPatternName, type PatternName } from './patterns'
export { type Calendar, countsEstimated, ESTIMATE_NOTE, PLAIN_CALENDAR, workingDaysBy } from './calendar'
