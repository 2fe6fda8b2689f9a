import { ESTIMATE_NOTE } from '../form/calendar'
import type { Problem } from '../form/problem'
import type { Answers, TableRow } from '../form/answers'
import { tableRowsOf } from '../form/row-patch'
import { type Due, termText } from './commitment'

/** A material that may be brought later (承诺后补), by 容缺受理 or 承诺审批. */
export interface PromiseOffer extends Due {
  readonly materialId: string
  readonly name: string
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
const LACK = {
  table: 'lack',
  name: 'material',
  kind: 'kind',
  due: 'due',
  way: 'way',
  sign: 'sign',
  firstWay: 'online',
} as const

const isAbout = (row: TableRow, { name, kind }: PromiseOffer): boolean =>
  row[LACK.name] === name && row[LACK.kind] === kind

/**
 * The letter for these materials: one row each, rows that stay keep their day and way. Whoever changes what is promised
 * has to sign again.
 */
export function letterFor(letter: Answers, promised: readonly PromiseOffer[]): Answers {
  const before = tableRowsOf(letter[LACK.table])
  const rows = promised.map((offer): TableRow => {
    const { name, kind, dueBy } = offer
    const kept = before.find((row) => isAbout(row, offer))
    return kept ?? { [LACK.name]: name, [LACK.kind]: kind, [LACK.due]: dueBy ?? null, [LACK.way]: LACK.firstWay }
  })
  const isSame = rows.length === before.length && rows.every((row) => before.includes(row))
  return isSame ? letter : { ...letter, [LACK.table]: rows, [LACK.sign]: null }
}

/** What is wrong between the letter and what is promised: other materials than promised, or a day that is later than it may be. */
export function letterProblems(letter: Answers, promised: readonly PromiseOffer[]): Problem[] {
  const rows = tableRowsOf(letter[LACK.table])
  const names = promised.map(({ name }) => name)
  const isOther = rows.length !== names.length || promised.some((offer) => !rows.some((row) => isAbout(row, offer)))
  const other: Problem = {
    field: LACK.table,
    severity: 'error',
    code: 'promise-differs',
    message: `这张表应与您承诺后补的材料和承诺方式一致：${names.join('、')}。请改回；要增减承诺，请到材料页操作`,
  }
  const late = rows.flatMap((row, i): Problem[] => {
    const offer = promised.find((one) => isAbout(row, one))
    const due = row[LACK.due]
    if (offer?.dueBy === undefined || typeof due !== 'string' || due <= offer.dueBy) return []
    const { kind, days, dueBy, dueByIsEstimate } = offer
    const from = kind === 'tolerance' ? '按今天受理估算' : ''
    const message = `应在${termText(kind, days)}补交，${from}最晚 ${dueBy}${dueByIsEstimate ? `（${ESTIMATE_NOTE}）` : ''}。请核对日期`
    return [{ field: `${LACK.table}[${i}].${LACK.due}`, severity: 'warning', code: 'promise-late', message }]
  })
  return isOther ? [other, ...late] : late
}
