import type { Situation } from './item'
import type { GuideSituation, IdsFile, MatterFiles } from './matter-files'
import { need } from './need'
import type { SituationCondition } from './situation-condition'
import { asClerksType } from './wording'

/** Option ids of a show condition; the contract can only say "any of these options". */
function toDependOptionIds(condition: SituationCondition | undefined, ids: IdsFile, where: string): readonly string[] {
  if (condition === undefined) return []
  if ('any' in condition) return condition.any.flatMap((part) => toDependOptionIds(part, ids, where))
  if (!('situation' in condition)) throw new Error(`${where}: a question may only depend on any of some options`)
  const { options } = need(ids.situations[condition.situation], `${where}.${condition.situation}`)
  return condition.in.map((value) => need(options[value], `${where}.${condition.situation}.${value}`))
}

function toSituation(slug: string, ids: IdsFile, row: GuideSituation): Situation {
  const where = `${slug}.${row.key}`
  const { situationId, options } = need(ids.situations[row.key], where)
  return {
    situationId,
    key: row.key,
    question: asClerksType(row.question),
    multiple: row.choose === 'many',
    showWhen: row.showWhen ?? null,
    dependOptionIds: toDependOptionIds(row.showWhen, ids, where),
    options: row.options.map(({ key, label, blocked }) => ({
      optionId: need(options[key], `${where}.${key}`),
      value: key,
      label: asClerksType(label),
      blockTip: asClerksType(blocked ?? ''),
    })),
  }
}

/** The questions of a matter's situation guide. */
export const toSituations = ({ slug, guide, ids }: MatterFiles): readonly Situation[] =>
  guide.situations.map((row) => toSituation(slug, ids, row))
