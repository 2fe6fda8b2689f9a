import holidays from 'chinese-days/dist/chinese-days.json'
import { holidayWarning } from '../../../cloudfunctions/calendar/holiday-notice'
import { STATUTORY_DAYS } from '../../../cloudfunctions/calendar/statutory-days.generated'
import {
  calendarAround,
  isEstimated,
  PUBLISHED_UNTIL,
  workingDays,
} from '../../../cloudfunctions/calendar/working-days'
import { workingDaysBy } from '../../../miniprogram/shared/form'

test.each([
  ['2026-11-02', '2026-11-02', 0],
  ['2026-11-02', '2026-11-03', 1],
  ['2026-11-20', '2026-11-23', 1], // Friday to Monday
  ['2026-09-30', '2026-10-08', 1], // the National Day holiday lies between
  ['2026-09-30', '2026-10-10', 3], // Saturday the 10th is worked (调休)
  ['2026-01-31', '2026-02-28', 16], // Spring Festival: nine days off, two weekend days worked
  ['2026-12-31', '2027-01-04', 1], // New Year's Day is a Friday, whoever has published what
  ['2043-12-31', '2044-01-04', 1], // so far ahead nothing is published: New Year's Day
  ['2044-01-28', '2044-02-04', 1], // New Year's Eve (29 January) to the 3rd (1 February) and two days for the weekend
  ['2044-09-30', '2044-10-07', 1], // National Day and Mid-Autumn (5 October), two days for the weekend
  ['2026-11-03', '2026-11-02', 0],
  ['x', '2026-11-02', 0],
  ['2026-11-02', 'x', 0],
])('from %s to %s: %d', (start, end, days) => {
  expect(workingDays(start, end)).toBe(days)
})

test('the days that the law gives are among those that were published, in each year that it was in force', () => {
  const published = new Set(Object.keys(holidays.holidays))
  const years = Object.entries(STATUTORY_DAYS).filter(([year]) => year <= PUBLISHED_UNTIL.slice(0, 4))
  expect(years.length).toBeGreaterThanOrEqual(2)
  for (const [, days] of years) expect(days.filter((day) => !published.has(day))).toEqual([])
})

test('what is counted beyond the published days is an estimate', () => {
  expect(Object.keys(holidays.holidays).every((day) => !isEstimated(day))).toBe(true)
  expect([isEstimated(PUBLISHED_UNTIL), isEstimated('2044-01-04')]).toEqual([false, true])
})

test.each(['2026-06-15', '2027-01-10', '2044-02-20'])('around %s the page counts exactly as the server', (today) => {
  const calendar = calendarAround(today)
  expect(calendar.publishedUntil).toBe(PUBLISHED_UNTIL)
  const onPage = workingDaysBy(calendar)
  for (const start of [-300, -120, -40, -20, -10, -1].map((days) => addDays(today, days)))
    for (const end of [0, 10, 20, 60, 200].map((days) => addDays(today, days)))
      expect([start, end, onPage(start, end)]).toEqual([start, end, workingDays(start, end)])
})

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

test.each([
  ['2026-09-28', undefined],
  ['2026-09-29', 'chinese-days@latest'],
  ['2026-11-29', 'published until 2026-12-28'],
  ['2027-03-01', 'chinese-days@latest'],
])('on %s a calendar until 2026-12-28 warns: %s', (today, words) => {
  const warning = holidayWarning(today, '2026-12-28')
  if (words === undefined) expect(warning).toBeUndefined()
  else expect(warning).toContain(words)
})
