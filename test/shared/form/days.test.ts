import dayjs from 'dayjs'
import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { dayCell } from '../../../cloudfunctions/files/xlsx/open-cell'
import { addDays, addWorkingDays } from '../../../sandbox/one-network/clock'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { PLAIN_CALENDAR, workingDaysBy } from '../../../miniprogram/shared/form/calendar'
import { ageOn, daysBetween, isDay, monthsBetween, resolveBound, shiftDay } from '../../../miniprogram/shared/form/days'

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['二〇二六', false],
  ['', false],
])('%s is a day: %s', (text, ok) => expect(isDay(text)).toBe(ok))

test.each([
  ['2026-08-31', '-6m', '2026-02-28'],
  ['2026-03-31', '+1m', '2026-04-30'],
  ['2028-02-29', '-1y', '2027-02-28'],
  ['2026-01-01', '-1d', '2025-12-31'],
  ['2026-02-30', '-1d', null],
  ['2026-01-01', '1w', null],
  // Date.UTC reads the years 0 to 99 as those of 1900.
  ['0026-12-31', '+1d', '0027-01-01'],
  ['0100-01-01', '-1d', '0099-12-31'],
])('%s %s is %s', (day, by, expected) => expect(shiftDay(day, by)).toBe(expected))

test.each([
  ['2026-01-31', '2026-02-28', 1],
  ['2026-01-31', '2026-02-27', 0],
  ['2025-07-01', '2026-03-01', 8],
  ['2025-07-01', '2026-02-28', 7],
  ['2026-03-01', '2025-07-01', -8],
  ['x', '2026-01-01', null],
])('whole months from %s to %s: %s', (from, to, months) => expect(monthsBetween(from, to)).toBe(months))

test.each([
  ['1995-11-02', '2026-11-02', 31],
  ['1995-11-03', '2026-11-02', 30],
  ['2008-02-29', '2026-02-28', 18],
])('born %s, on %s: %d', (birth, on, age) => expect(ageOn(birth, on)).toBe(age))

test('an age is the whole years in the months that dayjs counts, and a day exists when dayjs writes it back', () => {
  const day = fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
    .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
  const sameDay = (text: string): boolean => dayjs(text).format('YYYY-MM-DD') === text
  fc.assert(
    fc.property(day, day, (birth, on) => {
      expect([birth, isDay(birth)]).toEqual([birth, sameDay(birth)])
      const months = monthsBetween(birth, on)
      // Before the birth the months count down; nobody has such an age.
      if (months === null || on < birth) return
      expect([birth, on, ageOn(birth, on)]).toEqual([birth, on, Math.floor(months / 12)])
    }),
    { numRuns: 3000, examples: [['2008-02-29', '2026-02-28']] },
  )
})

test.each([
  ['today', '2026-11-02'],
  ['today-6m', '2026-05-02'],
  ['today+3d', '2026-11-05'],
  ['2026-01-01', '2026-01-01'],
  ['tomorrow', null],
  ['today-', null],
])('bound %s is %s', (bound, day) => expect(resolveBound(bound, '2026-11-02')).toBe(day))

test('moving a day and counting the days agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40000, max: 40000 }), (n) => {
      const moved = shiftDay('2026-03-29', `${n < 0 ? '' : '+'}${n}d`)
      return moved !== null && daysBetween('2026-03-29', moved) === n
    }),
  )
})

test('days are moved, and counted in months, as dayjs does it', () => {
  const day = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const shift = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.constantFrom('d', 'm', 'y'))
  const noon = (text: string) => dayjs(`${text}T12:00:00`)
  fc.assert(
    fc.property(day, day, shift, (from, to, [by, unit]) => {
      const moved = noon(from).add(by, unit).format('YYYY-MM-DD')
      const asMonths = noon(from).add(by, 'month').format('YYYY-MM-DD')
      const expected = unit === 'm' ? asMonths : moved
      expect([from, by, unit, shiftDay(from, `${by < 0 ? '' : '+'}${by}${unit}`)]).toEqual([from, by, unit, expected])
      // Plus zero: dayjs has a negative one.
      expect([from, to, monthsBetween(from, to)]).toEqual([from, to, noon(to).diff(noon(from), 'month') + 0])
    }),
    { numRuns: 3000 },
  )
})

/** Zones in which a midnight was, or is, skipped; far ones; one that skipped a whole day (Apia, 30 December 2011). */
test.each(['America/Sao_Paulo', 'Africa/Cairo', 'Asia/Beirut', 'Pacific/Apia', 'America/Los_Angeles', 'Asia/Shanghai'])(
  'a phone that is set to %s counts the same days',
  (zone) => {
    const days = [
      ...['2017-10-14', '2018-11-03', '2018-11-04', '2018-11-05'],
      ...['2026-04-23', '2026-04-24', '2026-04-25'],
    ]
    const all = [...days, '2011-12-29', '2011-12-30', '2011-12-31', '2026-03-28', '2026-03-29', '2026-03-31']
    const ROOT = join(__dirname, '..', '..', '..')
    const inShared = ['form/days.ts', 'form/calendar.ts', 'domain/time.ts'].map((path) => `miniprogram/shared/${path}`)
    // The stand-in first: it has a daysBetween of its own.
    const paths = ['sandbox/one-network/clock.ts', 'cloudfunctions/files/xlsx/open-cell.ts', ...inShared]
    const script = `
      Promise.all(${JSON.stringify(paths.map((path) => join(ROOT, path)))}.map((path) => import(path))).then((all) => {
        const it = Object.assign({}, ...all.map((one) => one.default ?? one))
        const days = ${JSON.stringify(all)}
        const calendar = it.workingDaysBy(it.PLAIN_CALENDAR)
        const pairs = days.flatMap((a) => days.map((b) => [a, b, it.daysBetween(a, b), it.monthsBetween(a, b)]))
        const moved = days.flatMap((a) => ['+1d', '-1d', '+1m', '-6m', '+1y'].map((by) => [a, by, it.shiftDay(a, by)]))
        const worked = days.flatMap((a) => [calendar(a, it.addDays(a, 9)), it.addWorkingDays(a, 5)])
        const times = ['2026-11-02T23:30:00', '2026-11-02'].map((text) => it.dayCell(text).toISOString())
        const today = it.toBeijingTime(1793658600000)
        process.stdout.write(JSON.stringify({ pairs, moved, worked, times, today }))
      })`
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    })
    expect(stderr).toBe('')
    const { pairs, moved, ...rest } = JSON.parse(stdout) as {
      pairs: [string, string, number, number][]
      moved: string[][]
    }
    expect(pairs).toEqual(all.flatMap((a) => all.map((b) => [a, b, daysBetween(a, b), monthsBetween(a, b)])))
    expect(pairs.every(([a, b, n]) => n === (Date.parse(b) - Date.parse(a)) / 86_400_000)).toBe(true)
    expect(moved.every(([a, by, to]) => to === shiftDay(a ?? '', by ?? ''))).toBe(true)
    expect(rest).toEqual({
      worked: all.flatMap((day) => [workingDaysBy(PLAIN_CALENDAR)(day, addDays(day, 9)), addWorkingDays(day, 5)]),
      times: ['2026-11-02T23:30:00.000Z', '2026-11-02T00:00:00.000Z'],
      today: toBeijingTime(1_793_658_600_000),
    })
    expect(addWorkingDays('2026-12-30', 1)).toBe('2026-12-31')
    expect(dayCell('2026-11-02T23:30:00')).toEqual(new Date('2026-11-02T23:30:00Z'))
    expect(moved).toContainEqual(['2018-11-04', '+1d', '2018-11-05'])
  },
)
