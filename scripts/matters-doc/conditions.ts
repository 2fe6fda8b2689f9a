import { kindOf } from '../../miniprogram/shared/form/fields'
import { isList } from '../../miniprogram/shared/form/logic'
import type { Field, FormSchema, Logic } from '../../miniprogram/shared/form/schema'
import { type GuideSituation, optionIn, type SituationCondition } from '../matters/guide'

type Words = (logic: Logic) => string

/** One of several conditions: within others it stands in brackets. */
const isChoice = (logic: Logic): boolean => typeof logic === 'object' && logic !== null && 'or' in logic

/** When a field is shown or required, in words: `“申请类别”是“延续换证”`. Throws on what no form has used so far. */
export function conditionWords(form: FormSchema): Words {
  const fields = form.sections.flatMap((section) => section.fields)
  const fieldOf = (operand: Logic | undefined): Field => {
    const path = typeof operand === 'object' && operand !== null && !isList(operand) ? operand.var : undefined
    const field = typeof path === 'string' ? fields.find(({ id }) => `form.${id}` === path) : undefined
    if (!field) throw new Error(`${form.title}: no field in ${JSON.stringify(operand)}`)
    return field
  }
  const value = (field: Field, operand: Logic | undefined): string => {
    const kind = kindOf(field.type)
    if (typeof operand === 'string' && kind.shape(field).kind === 'choice') return `“${kind.show(operand, field)}”`
    const label = field.options?.find((option) => option.value === operand)?.label
    return label === undefined ? JSON.stringify(operand) : `“${label}”`
  }
  const compare = (operands: readonly Logic[], verb: string): string => {
    const field = fieldOf(operands[0])
    return `“${field.label}”${verb}${value(field, operands[1])}`
  }
  const words: Words = (logic) => {
    if (typeof logic !== 'object' || logic === null || isList(logic))
      throw new Error(`no condition: ${JSON.stringify(logic)}`)
    const [[operator, inner] = []] = Object.entries(logic)
    const operands = inner !== undefined && isList(inner) ? inner : []
    switch (operator) {
      case '===':
        return compare(operands, '是')
      case '!==':
        return compare(operands, '不是')
      case '>':
        return compare(operands, '大于 ')
      case 'or':
        return operands.map(words).join('，或者')
      case 'and':
        return operands.map((part) => (isChoice(part) ? `（${words(part)}）` : words(part))).join('，并且')
      case 'in':
        return among(operands)
      default:
        throw new Error(`${form.title}: no words for ${String(operator)}`)
    }
  }
  const among = ([first, second]: readonly Logic[]): string => {
    if (second !== undefined && isList(second)) {
      const field = fieldOf(first)
      return `“${field.label}”是${second.map((one) => value(field, one)).join('或')}`
    }
    const field = fieldOf(second)
    return `“${field.label}”选了${value(field, first)}`
  }
  return words
}

/** In which situation: the labels of the options that must be chosen. */
export function situationWords(condition: SituationCondition, situations: readonly GuideSituation[]): string {
  const words = (one: SituationCondition): string => situationWords(one, situations)
  if ('all' in condition) return condition.all.map(words).join('，并且')
  if ('any' in condition) return condition.any.map(words).join('，或者')
  if ('not' in condition) return `不是（${words(condition.not)}）`
  const situation = situations.find(({ key }) => key === condition.situation)
  if (!situation) throw new Error(`no situation in ${JSON.stringify(condition)}`)
  return condition.in.map((option) => `“${optionLabel(situation, option)}”`).join('或')
}

/** The same for the conditions in the matters' files. */
export function overrideWords(when: Logic, situations: readonly GuideSituation[]): string {
  const [situation, option] = optionIn(when)
  return situationWords({ situation, in: [option] }, situations)
}

export function optionLabel({ key, options }: GuideSituation, option: string): string {
  const label = options.find((one) => one.key === option)?.label
  if (label === undefined) throw new Error(`${key}: no option ${option}`)
  return label
}
