import { workingDays } from '../../../cloudfunctions/forms/working-days'

test.each([
  ['2026-11-02', '2026-11-02', 0],
  ['2026-11-02', '2026-11-03', 1],
  ['2026-11-20', '2026-11-23', 1], // Friday to Monday
  ['2026-09-30', '2026-10-08', 1], // the National Day holiday lies between
  ['2026-09-30', '2026-10-10', 3], // Saturday the 10th is worked (调休)
  ['2026-01-31', '2026-02-28', 16], // Spring Festival: nine days off, two weekend days worked
  ['2026-11-03', '2026-11-02', 0],
  ['x', '2026-11-02', 0],
  ['2026-11-02', 'x', 0],
])('from %s to %s: %d', (start, end, days) => {
  expect(workingDays(start, end)).toBe(days)
})
