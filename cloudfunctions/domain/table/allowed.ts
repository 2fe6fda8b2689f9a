import { type Field, kindOf } from '../../../miniprogram/shared/form'

/** What may stand in a column, for the row of explanations in a template: `必填；日期，写成 2026-11-02`. */
export function allowedText(column: Field): string {
  const hint = kindOf(column.type).cell?.hint(column)
  return [column.required === true ? '必填' : '选填', hint, column.hint].filter(Boolean).join('；')
}

/** What a cell offers to choose from; empty for free text. */
export const choicesOf = (column: Field): readonly string[] => kindOf(column.type).cell?.choices(column) ?? []
