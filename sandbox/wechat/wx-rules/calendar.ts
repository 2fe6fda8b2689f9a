import { type Options } from './outcome'

export interface CalendarEntry extends Options {
  readonly title?: string
  /** s since the epoch. */
  readonly startTime?: number
}

/** Both are wanted (wx.addPhoneCalendar); the phone keeps no entry without them. */
export function startOf({ title, startTime }: CalendarEntry): number {
  if (title === undefined || title === '')
    throw new Error('parameter error: parameter.title should be String instead of Undefined;')
  if (startTime === undefined || !Number.isFinite(startTime)) {
    throw new Error('parameter error: parameter.startTime should be Number instead of Undefined;')
  }
  return startTime
}
