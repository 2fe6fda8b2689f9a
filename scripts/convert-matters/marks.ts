import type { Evidence } from '../../cloudfunctions/matters/schema'
import { fullWidth } from '../convert-forms/punctuation'

/** The specification's notes to itself → what a citizen may read. The office's questions say the rest. */
const MARKS: readonly (readonly [mark: RegExp, words: string])[] = [
  [/（(知识|参数|转载|正文截断，部分为知识|限值为知识|兜底|兜底；实务1-3个工作日)）/g, ''],
  [/来自既有规章惯例|为规章惯例/g, ''],
  [/每年发文，日期做成参数/g, '每年发文公布日期'],
  [/按收件核对即办设计/g, '收件核对后即办'],
  [/（需核）/g, '（以窗口为准）'],
  [/；现行条文需核/g, '；以现行文本为准'],
  [/需核/g, '以现行文本为准'],
  [/由表单“经办人身份=委托代理人”触发为必填/g, '委托他人办理时需要'],
]

/** A sentence of the specification in the punctuation of Chinese text, without its marks of uncertainty. */
export function citizenText(text: string): string {
  return MARKS.reduce((plain, [mark, words]) => plain.replace(mark, words), fullWidth(text))
}

const STRENGTH: readonly Evidence[] = ['knowledge', 'sourced_secondary', 'sourced_text', 'office']

export const weaker = (a: Evidence, b: Evidence): Evidence => (STRENGTH.indexOf(a) < STRENGTH.indexOf(b) ? a : b)

/** What is known at most of words that carry such a mark, whatever else is said about them. */
export function atMost(evidence: Evidence, ...words: readonly (string | undefined)[]): Evidence {
  const all = words.join()
  if (/知识(?!产权)/.test(all)) return weaker(evidence, 'knowledge')
  return all.includes('需核') ? weaker(evidence, 'sourced_secondary') : evidence
}

/** A note about where things were read, for the office: services by what they are, not by their names. */
export const officeText = (text: string): string =>
  fullWidth(text).replaceAll('LawRefBook', '公开的法律法规全文库').replaceAll('来自eiacloud', '来自公开网页')
