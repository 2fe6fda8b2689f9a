import type { Field } from '../../../../shared/form/schema'
import { resolveBound } from '../../../../shared/form/days'

/** First and last day that the date wheel offers, as `2026-11-02`. */
export interface DateLimits {
  readonly start: string
  readonly end: string
}

const EARLIEST = '1900-01-01'
const LATEST = '2100-12-31'

/** The wheel's range from the field's own limits, which may be relative to `today` (a Beijing day). */
export function dateLimits(field: Field, today: string): DateLimits {
  const { dateMin, dateMax } = field.constraints ?? {}
  if (today === '') return { start: EARLIEST, end: LATEST }
  return {
    start: (dateMin && resolveBound(dateMin, today)) || EARLIEST,
    end: (dateMax && resolveBound(dateMax, today)) || LATEST,
  }
}
