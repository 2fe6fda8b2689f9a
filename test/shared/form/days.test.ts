import fc from 'fast-check'
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
