import { type LimitUnit } from './schema'

/** As the provider's units read (one-network/code-tables.ts), so that limits can be compared. */
export const UNIT_TEXT: Readonly<Record<LimitUnit, string>> = {
  working_day: '个工作日',
  calendar_day: '日',
  month: '个月',
}
