import { countsEstimated, ESTIMATE_NOTE } from './calendar'
import type { FormContext } from './context'
import { holds, pathsOf } from './logic'
import { CalendarMissing, isFilled, type WorkingDays } from './operators'
import type { Problem } from './problem'
import { tableRowsOf } from './row-patch'
import { standingRule } from './rule-text'
import type { Rule } from './schema'
import type { VisibleForm } from './visibility'

/** broken, fulfilled, does not apply, or could not be judged. */
type Verdict = 'holds' | 'broken' | 'idle' | 'defect'

const ROW = 'row.'

/**
 * Judges a rule once for the form, or once for each row of its table; `wrong` are the places with problems of their own.
 * The rows share one context, because a long table would make a thousand of them: judging is synchronous.
 */
function judge(
  rule: Rule,
  { context, ids }: Pick<VisibleForm, 'context' | 'ids'>,
  wrong: ReadonlySet<string>,
  calendar?: WorkingDays,
): readonly { readonly verdict: Verdict; readonly place: string }[] {
  const applies = condition(rule, calendar)
  const mark = markOf(rule, ids)
  const verdictAt = (seen: FormContext, place: (path: string) => string) => ({
    verdict: isReady(rule, seen, place, wrong) ? verdictOf(rule, seen, applies, calendar) : ('idle' as const),
    place: place(mark),
  })
  const { each } = rule
  if (each === undefined) return [verdictAt(context, (path) => path)]
  const seen: { -readonly [K in keyof FormContext]: FormContext[K] } = { ...context }
  return tableRowsOf(context.form[each]).map((row, i) => {
    seen.row = row
    return verdictAt(seen, (path) => (path.startsWith(ROW) ? `${each}[${i}].${path.slice(ROW.length)}` : path))
  })
}

/** Where a rule speaks: at the first field it marks, of those that are shown; nobody would find it beside a hidden one. */
function markOf({ marks }: Rule, shown: ReadonlySet<string>): string {
  const [first = ''] = marks
  return first.includes('.') ? first : (marks.find((id) => shown.has(id)) ?? first)
}

/** Is everything filled and fine in itself that the rule reads? @param place of a path in the form: `drivers[2].id_no` */
function isReady(
  rule: Rule,
  context: FormContext,
  place: (path: string) => string,
  wrong: ReadonlySet<string>,
): boolean {
  return rule.reads.every((path) => isFilled(valueAt(path, context)) && (wrong.size === 0 || !wrong.has(place(path))))
}

function verdictOf(
  rule: Rule,
  context: FormContext,
  applies: (context: FormContext) => boolean,
  calendar?: WorkingDays,
): Verdict {
  try {
    if (!applies(context)) return 'idle'
    return holds(rule.holds, context, calendar) ? 'holds' : 'broken'
  } catch (error) {
    return error instanceof CalendarMissing ? 'idle' : 'defect'
  }
}

/** Its days all lie before today, so today says whether they are published. */
const countsWorkingDays = ({ when, holds: must }: Rule): boolean =>
  JSON.stringify([when, must]).includes('"workingDays"')

/** `when`; what does not read the row is judged once for all rows, because it may look through another table. */
function condition({ when }: Rule, calendar?: WorkingDays): (context: FormContext) => boolean {
  if (when === undefined) return () => true
  if (pathsOf(when).some((path) => path.startsWith(ROW))) return (context) => holds(when, context, calendar)
  let known: boolean | undefined
  return (context) => (known ??= holds(when, context, calendar))
}

function valueAt(path: string, { form, row }: FormContext): unknown {
  return path.startsWith(ROW) ? row?.[path.slice(ROW.length)] : form[path]
}

/**
 * Problems of the rules; one whose fields are empty or wrong in themselves waits, and so does a single row. An effect that
 * arises is told as `effect:<id>`, it stands in nobody's way. A rule that cannot be judged is reported with its own
 * severity under `defect:<id>`, never taken for a pass.
 * @param wrong fields and cells (`drivers[2].id_no`) with problems of their own
 */
export function ruleProblems(
  rules: readonly Rule[],
  visible: Pick<VisibleForm, 'context' | 'ids'>,
  wrong: ReadonlySet<string>,
  calendar?: WorkingDays,
): Problem[] {
  const { context } = visible
  const isEstimate = calendar !== undefined && countsEstimated(calendar, context.today)
  return rules.flatMap((rule) =>
    judge(rule, visible, wrong, calendar).flatMap(({ verdict, place }): Problem[] => {
      const isEffect = rule.outcome.kind === 'effect'
      if (verdict !== 'defect' && verdict !== (isEffect ? 'holds' : 'broken')) return []
      const { severity, remark } = standingRule(rule, context)
      const message = `${withParameters(rule.message, context)}${remark}`
      if (verdict === 'defect') {
        const told = `系统没能核对这一条，请联系窗口：${message}`
        return [{ field: place, severity: isEffect ? 'warning' : severity, code: `defect:${rule.id}`, message: told }]
      }
      if (isEffect) return [{ field: place, severity, code: `effect:${rule.id}`, message }]
      const note = isEstimate && countsWorkingDays(rule) ? `（${ESTIMATE_NOTE}）` : ''
      return [{ field: place, severity, code: `rule:${rule.id}`, message: `${message}${note}` }]
    }),
  )
}

/**
 * `不超过 {maxDays} 天` → `不超过 15 天`, and a share as `不低于 {share%}` → `不低于 25%`; a name without a value stays as it
 * is (lint.ts keeps those out).
 */
function withParameters(message: string, { param }: FormContext): string {
  return message.replace(/\{(\w+)(%?)\}/g, (placeholder, name: string, percent: string) => {
    const value = param[name]
    if (percent !== '' && typeof value === 'number') return `${Number((value * 100).toFixed(2))}%`
    return typeof value === 'number' || typeof value === 'string' ? String(value) : placeholder
  })
}
