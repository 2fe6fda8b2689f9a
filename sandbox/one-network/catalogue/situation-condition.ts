/** Over the answers of the situation guide. */
export type SituationCondition =
  | { readonly situation: string; readonly in: readonly string[] }
  | { readonly all: readonly SituationCondition[] }
  | { readonly any: readonly SituationCondition[] }
  | { readonly not: SituationCondition }

/** Situation key → chosen option keys; a hidden or unanswered question is absent. */
export type Choice = ReadonlyMap<string, readonly string[]>

/** true when the condition holds; a question without an answer makes its leaf false. */
export function holdsFor(condition: SituationCondition, choice: Choice): boolean {
  if ('all' in condition) return condition.all.every((part) => holdsFor(part, choice))
  if ('any' in condition) return condition.any.some((part) => holdsFor(part, choice))
  if ('not' in condition) return !holdsFor(condition.not, choice)
  return (choice.get(condition.situation) ?? []).some((value) => condition.in.includes(value))
}

/** The condition in words, from the labels of its options: `委托他人办理`, `已购置车辆；或首次申请`. */
export function describe(condition: SituationCondition, labelOf: (situation: string, value: string) => string): string {
  if ('all' in condition) return condition.all.map((part) => describe(part, labelOf)).join('，且')
  if ('any' in condition) return condition.any.map((part) => describe(part, labelOf)).join('，或')
  if ('not' in condition) return `不属于“${describe(condition.not, labelOf)}”`
  return condition.in.map((value) => labelOf(condition.situation, value)).join('、')
}
