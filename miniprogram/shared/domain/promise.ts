import { ESTIMATE_NOTE } from '../form/calendar'
import type { Problem } from '../form/problem'
import type { Answers, TableRow } from '../form/answers'
import type { BeijingDate } from './time'

/** A material that may be brought later (容缺受理，承诺后补). */
export interface PromiseOffer {
  readonly materialId: string
  readonly name: string
  /** Working days after acceptance within which it is due, as the provider says; absent when it does not. */
  readonly days?: number
  /** The last day if the case were accepted today: an estimate. */
  readonly dueBy?: BeijingDate
  /** The holidays until `dueBy` are not published yet; absent = they are. */
  readonly dueByIsEstimate?: true
  readonly promised: boolean
}

/** What of a draft may be promised for later, and what is. */
export interface Promises {
  readonly offers: readonly PromiseOffer[]
  /** Why nothing can be promised now, as the applicant reads it; '' = it can. */
  readonly barred: string
  /** Material of the form in which the promise is signed. */
  readonly letter: string
}

export const NO_PROMISES: Promises = { offers: [], barred: '', letter: '' }

export const promisedOf = ({ offers }: Promises): readonly PromiseOffer[] => offers.filter(({ promised }) => promised)

/** Ids of the materials that are brought later. */
export const promisedIds = (promises: Promises): readonly string[] =>
  promisedOf(promises).map(({ materialId }) => materialId)

/** Field and columns of the common form 容缺受理补正承诺书 in which the promised materials stand. */
const LACK = { table: 'lack', name: 'material', due: 'due', way: 'way', sign: 'sign', firstWay: 'online' } as const

const rowsOf = (letter: Answers): readonly TableRow[] => {
  const rows = letter[LACK.table]
  return Array.isArray(rows) ? (rows as readonly TableRow[]) : []
}

/**
 * The letter for these materials: one row each, rows that stay keep their day and way. Whoever changes what is promised
 * has to sign again.
 */
export function letterFor(letter: Answers, promised: readonly PromiseOffer[]): Answers {
  const before = rowsOf(letter)
  const rows = promised.map(({ name, dueBy }): TableRow => {
    const kept = before.find((row) => row[LACK.name] === name)
    return kept ?? { [LACK.name]: name, [LACK.due]: dueBy ?? null, [LACK.way]: LACK.firstWay }
  })
  const isSame = rows.length === before.length && rows.every((row) => before.includes(row))
  return isSame ? letter : { ...letter, [LACK.table]: rows, [LACK.sign]: null }
}

/** What is wrong between the letter and what is promised: other materials than promised, or a day that is later than it may be. */
export function letterProblems(letter: Answers, promised: readonly PromiseOffer[]): Problem[] {
  const rows = rowsOf(letter)
  const names = promised.map(({ name }) => name)
  const isOther = rows.length !== names.length || names.some((name) => rows.every((row) => row[LACK.name] !== name))
  const other: Problem = {
    field: LACK.table,
    severity: 'error',
    code: 'promise-differs',
    message: `这张表应与您承诺后补的材料一致：${names.join('、')}。请改回；要增减承诺，请到材料页操作`,
  }
  const late = rows.flatMap((row, i): Problem[] => {
    const { dueBy, days, dueByIsEstimate } = promised.find(({ name }) => name === row[LACK.name]) ?? {}
    const due = row[LACK.due]
    if (dueBy === undefined || typeof due !== 'string' || due <= dueBy) return []
    const message = `应在受理后 ${days ?? ''} 个工作日内补交，按今天受理估算最晚 ${dueBy}${dueByIsEstimate ? `（${ESTIMATE_NOTE}）` : ''}。请核对日期`
    return [{ field: `${LACK.table}[${i}].${LACK.due}`, severity: 'warning', code: 'promise-late', message }]
  })
  return isOther ? [other, ...late] : late
}
