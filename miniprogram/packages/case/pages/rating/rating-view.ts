import type {
  EvaluatedCase,
  EvaluationChoices,
  EvaluationDraft,
  EvaluationState,
  GivenEvaluation,
} from '../../../../shared/domain/evaluation'
import { formatBeijingDate, formatBeijingTime } from '../../../../shared/domain/time'

export interface LevelView {
  readonly score: number
  readonly name: string
  readonly chosen: boolean
}

export interface OptionView {
  readonly code: string
  readonly name: string
  readonly chosen: boolean
}

/** What the citizen chooses from; the reasons are those of the chosen level. */
export interface ChoiceView {
  readonly levels: readonly LevelView[]
  readonly options: readonly OptionView[]
  /** What to do with the reasons; '' = no level is chosen yet. */
  readonly hint: string
  /** A reason is wanted for the chosen level. */
  readonly required: boolean
  /** Name of the chosen level; '' = none. */
  readonly level: string
}

export const NOTHING_CHOSEN: EvaluationDraft = { score: 0, optionCodes: [], comment: '' }

export function choiceView({ levels, maxOptions }: EvaluationChoices, draft: EvaluationDraft): ChoiceView {
  const level = levels.find(({ score }) => score === draft.score)
  const hint = level?.reasonRequired
    ? `请告诉我们哪里没有做好：至少选一条，或在下面写几句话。最多选 ${maxOptions} 条。`
    : `可以选，也可以不选。最多选 ${maxOptions} 条。`
  return {
    levels: levels.map(({ score, name }) => ({ score, name, chosen: score === draft.score })),
    options: (level?.options ?? []).map((option) => ({ ...option, chosen: draft.optionCodes.includes(option.code) })),
    hint: level === undefined ? '' : hint,
    required: level?.reasonRequired ?? false,
    level: level?.name ?? '',
  }
}

/** Another level has other reasons: those chosen before do not count any more. The words stay. */
export const withLevel = (draft: EvaluationDraft, score: number): EvaluationDraft =>
  draft.score === score ? draft : { ...draft, score, optionCodes: [] }

/** What the phone kept, as far as it is one of these; NOTHING_CHOSEN = it is not. */
export function draftOf(kept: object | null): EvaluationDraft {
  const { score, optionCodes, comment } = { ...NOTHING_CHOSEN, ...kept }
  const isDraft = typeof score === 'number' && Array.isArray(optionCodes) && typeof comment === 'string'
  return kept !== null && isDraft ? { score, optionCodes, comment } : NOTHING_CHOSEN
}

/** Without what is no longer offered, and could not be taken back. The words stay. */
export function fitting(draft: EvaluationDraft, { levels }: EvaluationChoices): EvaluationDraft {
  const level = levels.find(({ score }) => score === draft.score)
  if (level === undefined) return draft.score === 0 ? draft : { ...draft, score: 0, optionCodes: [] }
  const optionCodes = draft.optionCodes.filter((wanted) => level.options.some(({ code }) => code === wanted))
  return optionCodes.length === draft.optionCodes.length ? draft : { ...draft, optionCodes }
}

/** Chooses a reason, or takes it back. */
export function withOption(draft: EvaluationDraft, code: string): EvaluationDraft {
  const has = draft.optionCodes.includes(code)
  const optionCodes = has ? draft.optionCodes.filter((other) => other !== code) : [...draft.optionCodes, code]
  return { ...draft, optionCodes }
}

export interface GivenView {
  readonly level: string
  readonly reasons: readonly string[]
  readonly comment: string
  readonly when: string
  readonly reply: string
  readonly replyWhen: string
}

export function givenView({ score, scoreName, options, comment, evaluatedAt, reply }: GivenEvaluation): GivenView {
  return {
    level: scoreName === '' ? `${score} 分` : scoreName,
    reasons: options.map(({ name }) => name),
    comment,
    when: evaluatedAt === undefined ? '' : `评价于 ${formatBeijingTime(evaluatedAt)}`,
    reply: reply?.content ?? '',
    replyWhen: reply?.repliedAt === undefined ? '' : `回复于 ${formatBeijingTime(reply.repliedAt)}`,
  }
}

/** Title and text of what is shown instead of the choices; null = the choices are shown. */
export function ratingNotice(
  evaluation: EvaluationState,
  of: EvaluatedCase,
): { readonly title: string; readonly text: string } | null {
  switch (evaluation.state) {
    case 'given':
    case 'open':
      return null
    case 'confirming':
      return {
        title: '结果确认中',
        text: `您的评价在 ${formatBeijingTime(evaluation.since)} 提交，一网通还没有答复。请不要重复提交，过一两分钟点“查看结果”。`,
      }
    case 'closed':
      return of.isFinished
        ? { title: '现在不能评价', text: '评价期限已过，或者这件事不在评价范围内。仍有意见，可以向办事窗口反映。' }
        : { title: '办结后才能评价', text: `这件事现在是“${of.statusName}”。办结后 30 天内可以来这里评价一次。` }
  }
}

/** Until when it can be rated, in words; '' = unknown. */
export const rateByText = ({ rateBy }: EvaluatedCase): string =>
  rateBy === undefined ? '' : `${formatBeijingDate(rateBy)}前可以评价`

export const levelName = ({ levels }: EvaluationChoices, score: number): string =>
  levels.find((level) => level.score === score)?.name ?? ''
