import type { Logic, Rule } from '../../../miniprogram/shared/form'
import type { MatterFolder } from '../folders'

const ORDERINGS = ['<', '<=', '>', '>=']

/** Numbers of the law that stand in a rule: the office can change, and ask about, parameters only. */
export const numberDefects = (matters: readonly MatterFolder[]): string[] =>
  matters.flatMap(({ slug, forms }) =>
    Object.entries(forms).flatMap(([name, { rules }]) =>
      rules.flatMap((rule) =>
        literalsOf(rule).map(
          (literal) => `${slug}/${name}.json rules.${rule.id}: ${literal} belongs into parameters.json`,
        ),
      ),
    ),
  )

const literalsOf = ({ when, holds }: Pick<Rule, 'when' | 'holds'>): string[] => [
  ...(when === undefined ? [] : literals(when)),
  ...literals(holds),
]

/** What is compared with a number of more than one, and days that are moved by more than one day. */
function literals(logic: Logic): string[] {
  if (Array.isArray(logic)) return logic.flatMap((part) => literals(part as Logic))
  if (typeof logic !== 'object' || logic === null) return []
  return Object.entries(logic).flatMap(([operator, given]) => {
    const args: readonly Logic[] = Array.isArray(given) ? given : [given]
    const own = args.filter(
      (arg) =>
        (ORDERINGS.includes(operator) && typeof arg === 'number' && Math.abs(arg) > 1) ||
        (operator === 'shift' && typeof arg === 'string' && /^[+-]\d+[dmy]$/.test(arg) && !/^[+-]1d$/.test(arg)),
    )
    return [...own.map(String), ...args.flatMap(literals)]
  })
}
