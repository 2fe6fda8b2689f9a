import type { Logic } from '../../../miniprogram/shared/form/schema'
import { allOf, fieldVar, type Kind, type Reader, TODAY } from './core'

/** 183 days in the specification mean 6 months (近6个月): the calendar decides, so that nobody loses a day. */
const MONTHS_OF_DAYS: Readonly<Record<number, string>> = { 183: '-6m', 365: '-1y' }

const begin = (field: string): Logic => fieldVar(`${field}.begin`)
const end = (field: string): Logic => fieldVar(`${field}.end`)

/** Both ends count: 1 to 3 November are three days. */
const daysOf = (field: string): Logic => ({ '+': [{ days: [begin(field), end(field)] }, 1] })

function dayOf(read: Reader): Logic {
  const field = read.text('field')
  if (!read.has('part')) return fieldVar(field)
  return read.text('part') === 'end' ? end(field) : begin(field)
}

function offset(read: Reader): Logic {
  if (read.text('relative_to') !== 'today') throw new Error(`cannot count from ${read.text('relative_to')}`)
  const day = dayOf(read)
  if (read.has('min_days')) return { '>=': [{ days: [TODAY, day] }, read.number('min_days')] }
  if (read.has('max_working_days')) return { '<=': [{ workingDays: [day, TODAY] }, read.number('max_working_days')] }
  const days = read.fixed('max_days')
  return { '>=': [day, { shift: [TODAY, MONTHS_OF_DAYS[days] ?? `-${days}d`] }] }
}

/** Checks over days, date ranges and times of day. */
export const DATE_KINDS: Readonly<Record<string, Kind>> = {
  date_offset: (read) => {
    const field = read.text('field')
    return { holds: offset(read), reads: [field], marks: [field] }
  },
  date_compare: (read) => {
    const [field, after] = [read.text('field'), read.text('after')]
    const holds: Logic = { '>': [fieldVar(field), fieldVar(after)] }
    return { holds, reads: [field, after.split('.')[0] ?? after], marks: [field] }
  },
  daterange_days: (read) => {
    const field = read.text('field')
    return { holds: { '<=': [daysOf(field), read.number('max_days')] }, reads: [field], marks: [field] }
  },
  daterange_days_equals: (read) => {
    const [field, days] = [read.text('field'), read.text('days')]
    const bounds: Logic[] = [{ '===': [fieldVar(days), daysOf(field)] }]
    if (read.has('max_days')) bounds.push({ '<=': [fieldVar(days), read.number('max_days')] })
    return { holds: allOf(bounds), reads: [field, days], marks: [days, field] }
  },
  daterange_months: (read) => {
    const field = read.text('field')
    // The last day counts: 1 July to 28 February are eight months.
    const months: Logic = { months: [begin(field), { shift: [end(field), '+1d'] }] }
    return { holds: { '>=': [months, read.number('min_months')] }, reads: [field], marks: [field] }
  },
  daterange_years: (read) => {
    const field = read.text('field')
    // One year ends on the day before its anniversary; a contract that names the anniversary itself is no longer one.
    const shortest: Logic = { shift: [{ shift: [begin(field), `+${read.fixed('min_years')}y`] }, '-1d'] }
    const longest: Logic = { shift: [begin(field), `+${read.fixed('max_years')}y`] }
    const holds = allOf([{ '>=': [end(field), shortest] }, { '<=': [end(field), longest] }])
    return { holds, reads: [field], marks: [field] }
  },
  time_window: (read) => {
    const [from, until] = read.texts('fields')
    if (from === undefined || until === undefined) throw new Error('time_window wants two fields')
    const start = read.text('allow_start')
    // Counted from the start of the window, so that midnight is nothing special.
    const [begins, ends]: readonly [Logic, Logic] = [
      { minutes: [start, fieldVar(from)] },
      { minutes: [start, fieldVar(until)] },
    ]
    const holds = allOf([{ '<': [begins, ends] }, { '<=': [ends, { minutes: [start, read.text('allow_end')] }] }])
    return { holds, reads: [from, until], marks: [from, until] }
  },
  blackout_dates: (read) => {
    const field = read.text('field')
    const periods = read.parameter('param')
    if (periods === undefined) throw new Error(`no parameter stands for ${read.text('param')}`)
    // The hours that are barred go around the clock of every permitted night: only the days tell one from another.
    read.text('window')
    const holds: Logic = { '===': [{ overlaps: [fieldVar(field), periods] }, false] }
    return { holds, reads: [field], marks: [field] }
  },
}
