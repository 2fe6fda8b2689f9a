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
export { emptyAnswers, normalizePatch, submittedAnswers, LARGEST_VALUE } from './patch'
export { formProgress, type Progress } from './progress'
export { summarize, displayValue, type SummarySection, type SummaryItem } from './summary'
export { applyPrefill, PREFILL_LABEL, type FirstValues, type PrefillOrigin, type PrefillSources } from './apply-prefill'
export { formEffects, type Effect } from './rules'
export { factsOfIdCard, type IdCardFacts } from './derived'
export { fieldsOf, fieldById, labelOf, parseFieldPath, type FieldPath } from './fields-of'
export { isFilled, type WorkingDays } from './operators'
export { resolveBound, isDay, shiftDay } from './days'
export { regionParts, regionText } from './fields/region'
export { PATTERNS, isPatternName, type PatternName } from './patterns'
