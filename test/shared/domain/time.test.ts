import { shortBeijingDate, shortBeijingTime } from '../../../miniprogram/shared/domain/time'

test('the year is said when it is another one in Beijing', () => {
  const time = '2026-12-31T23:30:00+08:00'
  expect(shortBeijingTime(time, Date.parse('2026-12-31T23:59:00+08:00'))).toBe('12月31日 23:30')
  expect(shortBeijingTime(time, Date.parse('2026-12-31T16:00:00Z'))).toBe('2026年12月31日 23:30')
  expect(shortBeijingDate(time, Date.parse('2026-12-01T00:00:00+08:00'))).toBe('12月31日')
  expect(shortBeijingTime('以窗口为准', 0)).toBe('以窗口为准')
})
