import type { BasisKind, Evidence, LimitUnit } from '../../cloudfunctions/matters/schema'
import type { Prefill, Rule } from '../../miniprogram/shared/form/schema'

export const EVIDENCE: Readonly<Record<Evidence | Rule['evidence'], string>> = {
  sourced_text: '法规原文',
  sourced_secondary: '公开转载',
  knowledge: '通行做法',
  office: '窗口已确认',
  completeness: '表单自身',
}

export const BASIS_KIND: Readonly<Record<BasisKind, string>> = {
  listed: '依据列出',
  condition: '证明条件',
  practice: '办事惯例',
}

export const PREFILL: Readonly<Record<Prefill['source'], string>> = {
  account: '一网通账号',
  credit: '企业信用信息',
  previous: '本人上次填写',
  situation: '情形答案',
  system: '系统',
}

const UNIT: Readonly<Record<LimitUnit, string>> = {
  working_day: '个工作日',
  calendar_day: '日（自然日）',
  month: '个月',
}

export const duration = ({ value, unit }: { readonly value: number; readonly unit: LimitUnit }): string =>
  value === 0 ? '没有' : `${value} ${UNIT[unit]}`

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')

/** A Markdown table; nothing when it has no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), '']
}

/** A Markdown list; nothing when it is empty. */
export const bullets = (lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [...lines.map((line) => `- ${line}`), '']
