import { type Field } from '../../../miniprogram/shared/form'

/** What may stand in a column, for the row of explanations in a template: `必填；日期，写成 2026-11-02`. */
export function allowedText(column: Field): string {
  return [column.required === true ? '必填' : '选填', kindText(column), column.hint].filter(Boolean).join('；')
}

/** What a cell offers to choose from; empty for free text. */
export function choicesOf({ type, options = [] }: Field): readonly string[] {
  if (type === 'single_choice') return options.map(({ label }) => label)
  return type === 'boolean' ? ['是', '否'] : []
}

function kindText(column: Field): string {
  const { type, options = [], constraints = {} } = column
  const labels = options.map(({ label }) => label).join('、')
  switch (type) {
    case 'number':
    case 'money':
    case 'area':
      return numberText(constraints)
    case 'date':
      return '日期，写成 2026-11-02'
    case 'daterange':
      return '起止日期，写成 2026-09-01 至 2026-11-02'
    case 'single_choice':
      return `只能填：${labels}`
    case 'multi_choice':
      return `可填几项，用顿号隔开：${labels}`
    case 'boolean':
      return '只能填：是、否'
    case 'id_card':
      return '18 位证件号码，单元格格式须为“文本”'
    case 'region':
      return '省、市、区之间空一格，如 天津市 天津市 滨海新区'
    case 'phone':
      return '手机号，或带区号的座机号'
    default:
      return constraints.maxLength === undefined ? '' : `最多 ${constraints.maxLength} 个字`
  }
}

function numberText({ unit = '', min, max }: NonNullable<Field['constraints']>): string {
  const least = min === undefined ? '' : `不小于 ${min}`
  const most = max === undefined ? '' : `不大于 ${max}`
  return ['数字', unit && `单位${unit}，不写单位`, least, most].filter(Boolean).join('，')
}
