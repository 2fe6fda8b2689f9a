import type { FormContext } from './context'
import { holds } from './logic'
import { CalendarMissing, isFilled, type WorkingDays } from './operators'
import type { Problem } from './problem'
import type { FormSchema, Rule } from './schema'
import { visibleForm } from './visibility'

/** What a rule of kind effect leads to. */
export interface Effect {
  readonly ruleId: string
  readonly effect: 'redirect' | 'authority' | 'timeLimit' | 'requireMaterial'
  readonly value: string | number
  readonly message: string
}

/** broken, fulfilled, does not apply, or could not be judged. */
type Verdict = 'holds' | 'broken' | 'idle' | 'defect'

/** Judges one rule; `ready` tells which fields are filled and fine in themselves. */
function judge(rule: Rule, context: FormContext, ready: (fieldId: string) => boolean, calendar?: WorkingDays): Verdict {
  if (!rule.reads.every(ready)) return 'idle'
  try {
    if (rule.when !== undefined && !holds(rule.when, context, calendar)) return 'idle'
    return holds(rule.holds, context, calendar) ? 'holds' : 'broken'
  } catch (error) {
    return error instanceof CalendarMissing ? 'idle' : 'defect'
  }
}

/**
 * Problems of the rules. `context` is the visible context; a rule whose fields are empty or wrong in themselves waits.
 * A rule that cannot be judged is reported with its own severity under `defect:<id>`, never taken for a pass.
 */
export function ruleProblems(
  rules: readonly Rule[],
  context: FormContext,
  wrong: ReadonlySet<string>,
  calendar?: WorkingDays,
): Problem[] {
  const ready = (id: string): boolean => isFilled(context.form[id]) && !wrong.has(id)
  return rules.flatMap((rule) => {
    const verdict = judge(rule, context, ready, calendar)
    const field = rule.marks[0] ?? ''
    if (verdict === 'defect') {
      const severity = rule.outcome.kind === 'problem' ? rule.outcome.severity : 'warning'
      return [
        { field, severity, code: `defect:${rule.id}`, message: `系统没能核对这一条，请联系窗口：${rule.message}` },
      ]
    }
    if (verdict !== 'broken' || rule.outcome.kind !== 'problem') return []
    return [{ field, severity: rule.outcome.severity, code: `rule:${rule.id}`, message: rule.message }]
  })
}

/** Effects that arise from these answers, e.g. another time limit. */
export function formEffects(schema: FormSchema, context: FormContext, calendar?: WorkingDays): Effect[] {
  const visible = visibleForm(schema, context)
  const ready = (id: string): boolean => isFilled(visible.context.form[id])
  return schema.rules.flatMap((rule) => {
    if (rule.outcome.kind !== 'effect' || judge(rule, visible.context, ready, calendar) !== 'holds') return []
    return [{ ruleId: rule.id, effect: rule.outcome.effect, value: rule.outcome.value, message: rule.message }]
  })
}
