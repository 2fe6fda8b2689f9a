import type { JsonObject } from './json-path'
import { SEVERITY_WORDS } from './lines'
import type { AnsweredLine } from './workbook'

/** An answer that does not fit; the message is for whoever reads the list in. */
export class Unfit extends Error {
  override readonly name = 'Unfit'
}

/** Who said so, and when: `窗口确认 2026-12-01，依据…`. */
const saidBy = ({ basis, date, signature }: AnsweredLine): string =>
  [`窗口确认 ${date}（${signature}）`, basis].filter(Boolean).join('，')

/** Is anything said on the line? */
export const isAnswered = ({ agree, change }: AnsweredLine): boolean => agree !== '' || change !== ''

/** Throws Unfit when it is not clear what is said, by whom, or when. @param today Beijing day */
export function checkAnswer({ agree, change, signature, date }: AnsweredLine, today: string): void {
  if (agree !== '' && change !== '') throw new Unfit('“同意”和“改为”只能填一个')
  if (agree !== '' && !['同意', '√', '✓', '是', '对'].includes(agree)) throw new Unfit(`“同意”一栏写的是“${agree}”`)
  if (signature === '') throw new Unfit('没有签名')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) {
    throw new Unfit(`日期“${date}”要写成 2026-12-01 的样子`)
  }
  if (date > today) throw new Unfit(`日期 ${date} 还没有到`)
}

/** A number of parameters.json: another value has the shape of the present one. */
export function answerParameter(row: JsonObject, line: AnsweredLine): JsonObject {
  const value = line.change === '' ? row['value'] : valueLike(row['value'], line.change)
  return { ...row, value, source: saidBy(line), status: 'confirmed' }
}

function valueLike(present: unknown, text: string): unknown {
  if (typeof present === 'number') {
    if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Unfit(`“改为”要写一个数字，写的是“${text}”`)
    return Number(text)
  }
  if (typeof present === 'string') return text
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Unfit('“改为”要照“现在”一栏的样子写')
  }
  if (!Array.isArray(value)) throw new Unfit('“改为”要照“现在”一栏的样子写')
  return value
}

/** An open question: the answer stands beside it. */
export function answerQuestion(row: JsonObject, line: AnsweredLine): JsonObject {
  const answer = line.change || line.basis
  if (answer === '') throw new Unfit('这是一个问题，请把答案写在“改为”一栏')
  return { ...row, answer: `${answer}（${saidBy(line)}）`, status: 'confirmed' }
}

/** A rule: agreed to as it is, or with another weight. */
export function answerRule(rule: JsonObject, line: AnsweredLine): JsonObject {
  const agreed = { ...rule, evidence: 'office', ...(line.basis === '' ? {} : { basis: line.basis }) }
  if (line.change === '') return agreed
  const [severity] = Object.entries(SEVERITY_WORDS).find(([, word]) => word === line.change) ?? []
  if (severity === undefined) {
    throw new Unfit(`校验只能改为“拦截”“提醒”或“提示”；写的是“${line.change}”，请交开发人员修改申报表`)
  }
  return { ...agreed, outcome: { kind: 'problem', severity } }
}

/** A fact of a matter: agreed to, or with another text or number. */
export function answerFact(fact: JsonObject, line: AnsweredLine): JsonObject {
  const agreed = { ...fact, evidence: 'office', ...(line.basis === '' ? {} : { basis: line.basis }) }
  if (line.change === '') return agreed
  if (typeof fact['value'] === 'number') return { ...agreed, value: valueLike(fact['value'], line.change) }
  if (typeof fact['text'] === 'string') return { ...agreed, text: line.change }
  throw new Unfit('这一条不能只改一个字段，请交开发人员修改')
}
