import { dueView } from '../../../miniprogram/shared/domain/due'

const DEADLINE = '2026-12-03T17:00:00+08:00'
const at = (time: string): number => Date.parse(time)

test.each([
  ['2026-11-30T09:12:00+08:00', '12月3日（周四）17:00 前', '还有 3 天', false],
  ['2026-12-02T23:59:59+08:00', '12月3日（周四）17:00 前', '还有 1 天', false],
  ['2026-12-03T00:00:00+08:00', '今天 17:00 前', '还有 17 小时', false],
  ['2026-12-03T11:59:00+08:00', '今天 17:00 前', '还有 5 小时', false],
  ['2026-12-03T16:01:00+08:00', '今天 17:00 前', '不到 1 小时', false],
  ['2026-12-03T17:00:01+08:00', '今天 17:00 前', '今天已过期', true],
  ['2026-12-05T08:00:00+08:00', '12月3日（周四）17:00 前', '已过期 2 天', true],
  ['2026-11-01T08:00:00+08:00', '12月3日 17:00 前', '还有 32 天', false],
  ['2027-01-20T08:00:00+08:00', '2026年12月3日 17:00 前', '已过期 48 天', true],
])('at %s: %s, %s', (now, until, left, overdue) => {
  expect(dueView(DEADLINE, at(now))).toEqual({ until, left, overdue })
})

test('the day is the one in Beijing, wherever the phone is', () => {
  // Midnight in Beijing is 16:00 UTC of the day before.
  expect(dueView('2026-12-03T00:30:00+08:00', at('2026-12-02T16:10:00Z'))?.until).toBe('今天 00:30 前')
})

test.each([
  [{ days: 2, estimated: false }, '还有 2 个工作日'],
  [{ days: 2, estimated: true }, '还有约 2 个工作日'],
  [{ days: 0, estimated: false }, '还有 3 天'],
])('working days as the office counts them: %j', (working, left) => {
  expect(dueView(DEADLINE, at('2026-11-30T09:12:00+08:00'), working)?.left).toBe(left)
})

test('on the last day hours count, whatever the calendar says', () => {
  expect(dueView(DEADLINE, at('2026-12-03T11:59:00+08:00'), { days: 1, estimated: false })?.left).toBe('还有 5 小时')
})

test('what is no time has no due date', () => {
  expect(dueView('以窗口为准', at('2026-12-03T11:59:00+08:00'))).toBeNull()
})
