import { shiftDay } from './days'
import type { FormContext } from './context'
import type { Rule, RuleText, Severity } from './schema'

/** How far a text can still be relied upon on a day: as it was read, known to be amended, or too old to say. */
export type Standing = 'current' | 'amended' | 'old'

/** Months after which nobody should be refused by a text that was not looked at again, when no parameter says so. */
const MOST_MONTHS = 24

/** @param today Beijing day @param months how long a text holds without being read again */
export function standingOf({ asOf, amended }: RuleText, today: string, months = MOST_MONTHS): Standing {
  // A year compares with a day as its beginning does.
  if (amended !== undefined && amended.on <= today) return 'amended'
  const end = shiftDay(asOf, `+${months}m`)
  return end !== null && today > end ? 'old' : 'current'
}

/**
 * A rule whose text is amended or too old warns where it would block, and says why: nobody is refused by a law that may
 * not be in force any more. What has no text (the office's word, safety facts, the form's own arithmetic) stays as it is.
 */
export function standingRule(
  { text, outcome }: Pick<Rule, 'text' | 'outcome'>,
  { today, param }: Pick<FormContext, 'today' | 'param'>,
): { readonly severity: Severity; readonly remark: string } {
  const severity = outcome.kind === 'problem' ? outcome.severity : 'info'
  if (text === undefined || severity !== 'error') return { severity, remark: '' }
  const months = param['lawTextMonths']
  const standing = standingOf(text, today, typeof months === 'number' ? months : undefined)
  if (standing === 'current') return { severity, remark: '' }
  const since = text.amended && standing === 'amended' ? text.amended.what : '之后可能有修订'
  return { severity: 'warning', remark: `（按${text.law} ${text.asOf} 的文本核对，${since}；不影响提交，以窗口为准）` }
}
