import { Pace } from '../../../cloudfunctions/kernel/pace'

test('never more than so many starts in any window, and no wait below that', () => {
  const pace = new Pace(3, 1000)
  const asked = [0, 0, 10, 20, 30, 1500, 1500, 5000]
  const starts = asked.map((now) => now + pace.take(now))
  expect(starts).toEqual([0, 0, 10, 1000, 1000, 1500, 2000, 5000])
  for (const start of starts) {
    expect(starts.filter((other) => other >= start && other < start + 1000).length).toBeLessThanOrEqual(3)
  }
})
