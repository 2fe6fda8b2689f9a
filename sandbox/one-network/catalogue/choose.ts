import type { FieldError } from '../protocol/errors'
import { holdsFor, type Choice } from './situation-condition'
import type { Item, Material, Situation, SituationOption } from './item'

export interface ChosenSituation {
  readonly choice: Choice
  /** Chosen options in the order of the questions. */
  readonly options: readonly { readonly situation: Situation; readonly option: SituationOption }[]
  /** The chosen labels: `首次申请；已购置车辆；…`. */
  readonly text: string
  /** What is wrong with the combination (contract #13: 必答题、依赖、单选唯一). */
  readonly errors: readonly FieldError[]
}

/** Turns chosen option ids into answers of the shown questions, and says what is incomplete. */
export function chooseOptions(item: Item, optionIds: readonly string[]): ChosenSituation {
  const field = 'optionIds'
  const left = new Set(optionIds)
  const errors: FieldError[] = []
  const choice = new Map<string, readonly string[]>()
  const chosen: { situation: Situation; option: SituationOption }[] = []
  // A question only depends on earlier ones, so one pass decides what is shown.
  for (const situation of item.situations) {
    const picked = situation.options.filter((option) => left.has(option.optionId))
    picked.forEach((option) => left.delete(option.optionId))
    const shown = situation.showWhen === null || holdsFor(situation.showWhen, choice)
    if (!shown) {
      if (picked.length > 0) errors.push({ field, message: `“${situation.question}”在所选情形下不需要回答` })
      continue
    }
    if (picked.length === 0) errors.push({ field, message: `请回答：${situation.question}` })
    if (picked.length > 1 && !situation.multiple) errors.push({ field, message: `只能选一项：${situation.question}` })
    choice.set(
      situation.key,
      picked.map((option) => option.value),
    )
    chosen.push(...picked.map((option) => ({ situation, option })))
  }
  for (const optionId of left) errors.push({ field, message: `选项不属于本事项：${optionId}` })
  const text = item.situations
    .map((situation) =>
      chosen
        .filter((it) => it.situation === situation)
        .map((it) => it.option.label)
        .join('、'),
    )
    .filter((labels) => labels !== '')
    .join('；')
  return { choice, options: chosen, text, errors }
}

/** Materials needed for the chosen options: those without a condition and those whose condition holds. */
export function materialsFor(item: Item, choice: Choice): readonly Material[] {
  return item.materials.filter(({ when }) => when === null || holdsFor(when, choice))
}
