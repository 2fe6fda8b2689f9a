import type { Rule } from '../../miniprogram/shared/form/schema'
import type { MatterSources } from './sources'
import { parameterValues } from './sources'
import { bullets, EVIDENCE, table } from './words'

const SEVERITY = { error: '拦截：不改不能提交', warning: '提醒：确认后可以提交', info: '提示' } as const
const EFFECT = {
  redirect: '引导：本事项不适用',
  authority: '改变受理机关',
  timeLimit: '改变办结时限',
  requireMaterial: '要求上传材料',
} as const

/** The rules of all forms of a matter. */
export const rulesOf = ({ forms }: MatterSources): readonly Rule[] => forms.flatMap(({ rules }) => rules)

export function ruleTable(sources: MatterSources): string[] {
  return table(
    ['校验', '申请人看到的话', '结果', '依据', '来源'],
    rulesOf(sources).map((rule) => [
      rule.id,
      messageOf(rule),
      rule.outcome.kind === 'problem' ? SEVERITY[rule.outcome.severity] : EFFECT[rule.outcome.effect],
      rule.basis ?? '',
      EVIDENCE[rule.evidence],
    ]),
  )
}

/** What officers check by hand. */
export const noteList = ({ forms }: MatterSources): string[] =>
  bullets(forms.flatMap(({ notes }) => notes.map(({ text }) => text)))

/** The sentence with the parameters' present values. */
export function messageOf({ message }: Rule): string {
  return message.replace(/\{(\w+)(%?)\}/g, (placeholder, name: string, percent: string) => {
    const value = parameterValues[name]
    if (percent !== '' && typeof value === 'number') return `${Number((value * 100).toFixed(2))}%`
    return typeof value === 'number' || typeof value === 'string' ? String(value) : placeholder
  })
}
