import type { BeijingDate } from './time'

/** A period that a law sets, with the text that was read. */
export interface LegalPeriod {
  readonly value: number
  readonly unit: string
  readonly law: string
  readonly article: string
  /** Day of the version of the law. */
  readonly asOf: BeijingDate
}

/** 复议 and 诉讼 count natural days and months; 行政许可法 counts working days (第八十二条). */
export const LEGAL_PERIODS = {
  /** All gaps are told at once, else the application counts as accepted on the day of receipt. */
  tellGaps: { value: 5, unit: '个工作日', law: '行政许可法', article: '第三十二条', asOf: '2019-04-23' },
  reconsideration: { value: 60, unit: '日', law: '行政复议法', article: '第二十条', asOf: '2023-09-01' },
  lawsuit: { value: 6, unit: '个月', law: '行政诉讼法', article: '第四十六条', asOf: '2017-06-27' },
  /** After a decision on 复议. */
  lawsuitAfterwards: { value: 15, unit: '日', law: '行政诉讼法', article: '第四十五条', asOf: '2017-06-27' },
} as const satisfies Readonly<Record<string, LegalPeriod>>

/** `行政许可法第三十二条，按 2019-04-23 的文本` */
export const basisText = ({ law, article, asOf }: LegalPeriod): string => `${law}${article}，按 ${asOf} 的文本`
