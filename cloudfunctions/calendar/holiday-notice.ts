import { shiftDay } from '../../miniprogram/shared/form'
import { toBeijingDate } from '../../miniprogram/shared/domain/time'
import { type CallBudget } from '../kernel/context'
import { alarm } from '../kernel/alarm'
import { PUBLISHED_UNTIL } from './working-days'

/** So long before its end the calendar is old: the next year's holidays are published in November. */
const AHEAD = '-90d'

/**
 * What a developer has to do about the holidays of `chinese-days` on a day (`2026-11-29`); undefined = nothing yet.
 * @param publishedUntil last day that the data know
 */
export function holidayWarning(today: string, publishedUntil: string = PUBLISHED_UNTIL): string | undefined {
  if (today < (shiftDay(publishedUntil, AHEAD) ?? publishedUntil)) return undefined
  return `holidays are published until ${publishedUntil} only, later working days are estimates: npm install -D -E chinese-days@latest`
}

/** A job of the scheduler: the office's log says once a day that holidays are missing. */
export function tellHolidays({ requestId }: CallBudget): Promise<Readonly<Record<string, number>>> {
  const warning = holidayWarning(toBeijingDate(Date.now()))
  if (warning !== undefined) {
    alarm('CALENDAR_ENDING', requestId, { publishedUntil: PUBLISHED_UNTIL, what: warning })
  }
  return Promise.resolve({ unpublished: warning === undefined ? 0 : 1 })
}
