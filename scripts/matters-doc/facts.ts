import type { Fact, Matter, ResultDocument } from '../../cloudfunctions/matters/schema'
import { overrideWords } from './conditions'
import type { MatterSources } from './sources'
import { bullets, duration, EVIDENCE, table } from './words'

export const factWords = ({ text, evidence, basis }: Fact): string =>
  `${text}（${[basis, EVIDENCE[evidence]].filter(Boolean).join('，')}）`

export const factList = (facts: readonly Fact[]): string[] => bullets(facts.map(factWords))

/** A limit that no text sets is usual, not 法定. */
const limitLabel = (evidence: Fact['evidence']): string => (evidence === 'knowledge' ? '通常时限' : '法定时限')

export function limitList({ matter: { timeLimit: limit }, guide }: MatterSources): string[] {
  const known = ({ basis, evidence }: { readonly basis: string; readonly evidence: Fact['evidence'] }): string =>
    `（${basis}，${EVIDENCE[evidence]}）`
  return bullets([
    `${limitLabel(limit.evidence)}：${duration(limit)}${limit.text === undefined ? '' : `，原文“${limit.text}”`}${known(limit)}`,
    ...limit.overrides.map(
      (other) => `其他情形：选择${overrideWords(other.when, guide.situations)}的，${duration(other)}${known(other)}`,
    ),
    `计算：${factWords(limit.counting)}`,
    ...(limit.extension
      ? [`可以延长：${limit.extension.value} 个工作日（${EVIDENCE[limit.extension.evidence]}）`]
      : []),
    ...(limit.notCounted ? [`不计入：${factWords(limit.notCounted)}`] : []),
    `建议的承诺时限：${limit.suggestedPromise.value} 个工作日（设计建议，以市一网通的配置为准）`,
  ])
}

export function resultList({ results, fee }: Matter): string[] {
  return bullets([...results.map(resultWords), `收费：${factWords(fee)}`])
}

function resultWords({ name, evidence, basis, validity, renewBefore }: ResultDocument): string {
  const valid =
    validity && factWords({ text: validityWords(validity), evidence: validity.evidence, basis: validity.basis })
  const renewal = renewBefore && `届满前 ${renewBefore.value} 日提出延续（${EVIDENCE[renewBefore.evidence]}）`
  const more = [valid && `有效期：${valid}`, renewal].filter(Boolean)
  return [`${name}（${[basis, EVIDENCE[evidence]].filter(Boolean).join('，')}）`, ...more].join('；')
}

/** `4 年，…`: the number first, unless the sentence says it. */
export function validityWords({ years, days, text = '' }: NonNullable<ResultDocument['validity']>): string {
  const period = years === undefined ? days && `${days} 天` : `${years} 年`
  const said = years !== undefined && text.includes(`${years}年`)
  return [said ? undefined : period, text].filter(Boolean).join('，') || '未载明'
}

export function basisTable({ matter }: MatterSources): string[] {
  const rows = matter.legalBasis.map(({ law, article, content, version, evidence, source }) => [
    law,
    article,
    content,
    version ?? '',
    EVIDENCE[evidence],
    source,
  ])
  return table(['法规', '条款', '内容', '版本', '来源', '出处'], rows)
}
