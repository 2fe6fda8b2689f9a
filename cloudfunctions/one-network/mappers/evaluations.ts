import { shortNameOf } from '../../../miniprogram/shared/domain/case'
import {
  type EvaluatedCase,
  type EvaluationChoices,
  type EvaluationLevel,
  type EvaluationOption,
  type EvaluationState,
} from '../../../miniprogram/shared/domain/evaluation'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { compact, count, flag, list, text, time } from '../read'
import { type Wire } from '../wire'
import { toCaseProgress } from './cases'

/** Contract #30: at most ten reasons, also when the answer does not say so. */
const MOST_OPTIONS = 10
/** Contract #30 and chapter 13, row 20: within 30 days of the end. */
const WINDOW_MS = 30 * 86_400_000

function toOption(wire: Wire<'EvaluationOption'>): readonly EvaluationOption[] {
  const code = text(wire?.optionCode)
  return code ? [{ code, name: text(wire?.optionName) ?? `选项 ${code}` }] : []
}

function toLevel(wire: Wire<'EvaluationLevel'>): readonly EvaluationLevel[] {
  const score = count(wire?.score)
  if (score === undefined || score < 1 || score > 5) return []
  return [
    {
      score,
      name: text(wire?.scoreName) ?? `${score} 分`,
      reasonRequired: flag(wire?.reasonRequiredFlag),
      // The contract: the first digit of a code is its score. Another one would be refused (#30).
      options: list(wire?.options)
        .flatMap(toOption)
        .filter(({ code }) => code.startsWith(String(score))),
    },
  ]
}

/** undefined when there is no level at all: that is no answer (contract #31). */
export function toEvaluationChoices(wire: Wire<'EvaluationOptionsData'>): EvaluationChoices | undefined {
  const levels = list(wire?.levels)
    .flatMap(toLevel)
    .sort((a, b) => b.score - a.score)
  if (levels.length === 0) return undefined
  return { levels, maxOptions: Math.min(count(wire?.maxOptions) || MOST_OPTIONS, MOST_OPTIONS) }
}

/** What the provider has of a case's evaluation (contract #29). undefined when it does not say whether there is one. */
export function toEvaluationState(wire: Wire<'EvaluationData'>): EvaluationState | undefined {
  if (text(wire?.evaluatedFlag) === undefined) return undefined
  if (!flag(wire?.evaluatedFlag)) return { state: flag(wire?.evaluableFlag) ? 'open' : 'closed' }
  const content = text(wire?.replyContent)
  const given = compact({
    score: count(wire?.score) ?? 0,
    scoreName: text(wire?.scoreName) ?? '',
    options: list(wire?.options).flatMap(toOption),
    comment: text(wire?.comment) ?? '',
    evaluatedAt: time(wire?.evaluatedAt),
    reply: content === undefined ? undefined : compact({ content, repliedAt: time(wire?.replyAt) }),
  })
  return { state: 'given', given }
}

/** The case as the page of its evaluation shows it: the end is that of the last step (contract #27 names no other). */
export function toEvaluatedCase(wire: Wire<'ProgressData'>): EvaluatedCase {
  const progress = toCaseProgress(wire)
  const { caseNo, status, nodes } = progress
  const isFinished = status.turn === 'nobody'
  const endedAt = nodes
    .flatMap((node) => node.endedAt ?? [])
    .sort()
    .at(-1)
  const rateBy = isFinished && endedAt ? toBeijingDate(Date.parse(endedAt) + WINDOW_MS) : undefined
  return compact({ caseNo, matterName: shortNameOf(progress), statusName: status.name, isFinished, rateBy })
}
