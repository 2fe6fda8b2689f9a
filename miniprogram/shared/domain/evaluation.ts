import type { BeijingDate, BeijingTime } from './time'
import { tooLong } from './words'

/** One reason that may be chosen (contract #31). The names are the provider's. */
export interface EvaluationOption {
  readonly code: string
  readonly name: string
}

/** One level of satisfaction, with its own reasons. */
export interface EvaluationLevel {
  /** 5 非常满意 … 1 非常不满意. */
  readonly score: number
  readonly name: string
  /** At least one reason, or some words, must be given. */
  readonly reasonRequired: boolean
  readonly options: readonly EvaluationOption[]
}

/** What may be chosen, best level first. */
export interface EvaluationChoices {
  readonly levels: readonly EvaluationLevel[]
  /** Most reasons in one evaluation. */
  readonly maxOptions: number
}

/** 好差评 of a case as the provider has it (contract #29); never what the page sent. */
export interface GivenEvaluation {
  readonly score: number
  /** '' = the provider does not name it. */
  readonly scoreName: string
  readonly options: readonly EvaluationOption[]
  readonly comment: string
  readonly evaluatedAt?: BeijingTime
  readonly reply?: { readonly content: string; readonly repliedAt?: BeijingTime }
}

/**
 * Where the evaluation of a case stands. closed: the provider does not take one now, because the case is not finished, or
 * its time is over. confirming: one was sent and nobody knows yet whether it arrived.
 */
export type EvaluationState =
  | { readonly state: 'given'; readonly given: GivenEvaluation }
  | { readonly state: 'open' }
  | { readonly state: 'closed' }
  | { readonly state: 'confirming'; readonly since: BeijingTime }

/** The case that is rated. */
export interface EvaluatedCase {
  readonly caseNo: string
  readonly matterName: string
  readonly statusName: string
  readonly isFinished: boolean
  /** Last day on which it can be rated, as the contract says it (chapter 13, row 20); absent = unknown. */
  readonly rateBy?: BeijingDate
}

/** Longest text of an evaluation (contract #30). */
export const LONGEST_COMMENT = 500

export interface EvaluationDraft {
  readonly score: number
  readonly optionCodes: readonly string[]
  readonly comment: string
}

/** What has to be changed before an evaluation can be sent, in the citizen's words; '' = nothing. The same for page and server. */
export function obstacleOf(draft: EvaluationDraft, { levels, maxOptions }: EvaluationChoices): string {
  const level = levels.find(({ score }) => score === draft.score)
  if (!level) return '请先选择满意程度'
  const known = level.options.map(({ code }) => code)
  if (draft.optionCodes.some((code) => !known.includes(code))) return '选择的原因与满意程度不一致，请重新选择'
  if (draft.optionCodes.length > maxOptions) return `最多选择 ${maxOptions} 条原因，请减少`
  const lengthy = tooLong(draft.comment, LONGEST_COMMENT)
  if (lengthy) return `想说的话${lengthy}，请缩短`
  const hasReason = draft.optionCodes.length > 0 || draft.comment.trim() !== ''
  if (level.reasonRequired && !hasReason) return `选择“${level.name}”时，请至少选一条原因，或写几句话`
  return ''
}
