import type { Logic } from '../../miniprogram/shared/form/schema'
import type { SituationCondition } from '../../sandbox/one-network/catalogue/situation-condition'

export type {
  GuideFile as Guide,
  GuideMaterial,
  GuideSituation,
} from '../../sandbox/one-network/catalogue/matter-files'
export type { SituationCondition }

/** Every answer that a condition reads, as [situation, option]. */
export function answersIn(condition: SituationCondition): readonly (readonly [string, string])[] {
  if ('all' in condition) return condition.all.flatMap(answersIn)
  if ('any' in condition) return condition.any.flatMap(answersIn)
  if ('not' in condition) return answersIn(condition.not)
  return condition.in.map((option) => [condition.situation, option] as const)
}

/** [situation, option] of the condition of another time limit (matter.json): one option of one question. */
export function optionIn(when: Logic): readonly [string, string] {
  const [, option, situation] = /^\{"in":\["(\w+)",\{"var":"situation\.(\w+)"\}\]\}$/.exec(JSON.stringify(when)) ?? []
  if (option === undefined || situation === undefined) throw new Error(`no single option: ${JSON.stringify(when)}`)
  return [situation, option]
}
