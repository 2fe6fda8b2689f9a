import { kindOf } from '../../miniprogram/shared/form/fields'
import { isList } from '../../miniprogram/shared/form/logic'
import type { Field, FormSchema, Logic } from '../../miniprogram/shared/form/schema'
import { fullWidth } from '../convert-forms/punctuation'
import type { SeedCondition } from '../convert-forms/seed'
import type { Situation } from './sources'

type Words = (logic: Logic) => string

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
export function situationWords(condition: SeedCondition, situations: readonly Situation[]): string {
  const parts = (conditions: readonly SeedCondition[]) => conditions.map((one) => situationWords(one, situations))
  if (condition.all) return parts(condition.all).join('，并且')
  if (condition.any) return parts(condition.any).join('，或者')
  if (condition.not) return `不是（${situationWords(condition.not, situations)}）`
  const situation = situations.find(({ id }) => id === condition.situation)
  if (!situation) throw new Error(`no situation in ${JSON.stringify(condition)}`)
  return (condition.in ?? []).map((option) => `“${optionLabel(situation, option)}”`).join('或')
}

/** The same for the conditions in the matters' files: one option of one question. */
export function overrideWords(when: Logic, situations: readonly Situation[]): string {
  const [, option, key] = /^\{"in":\["(\w+)",\{"var":"situation\.(\w+)"\}\]\}$/.exec(JSON.stringify(when)) ?? []
  if (option === undefined || key === undefined) throw new Error(`no words for ${JSON.stringify(when)}`)
  return situationWords({ situation: key, in: [option] }, situations)
}

export function optionLabel({ id, options }: Situation, option: string): string {
  const label = options.find(({ value }) => value === option)?.label
  if (label === undefined) throw new Error(`${id}: no option ${option}`)
  return fullWidth(label)
}
