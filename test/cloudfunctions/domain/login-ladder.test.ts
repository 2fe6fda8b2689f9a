import { type Admission, admission } from '../../../cloudfunctions/domain/login/ladder'
import { OPEN_MS, OWN_PAUSES_MS, STRANGER_PAUSES_MS } from '../../../cloudfunctions/domain/login/pauses'

const NOW = 1_800_000_000_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const ago = (ms: number, open = false) => ({ id: `${ms}`, at: NOW - ms, by: 'x', open })
const wrong = (...ages: readonly number[]) => ages.map((age) => ago(age))
const FREE: Admission = { is: 'free' }
const until = (ms: number): Admission => ({ is: 'held', until: NOW + ms })

test.each<[string, readonly ReturnType<typeof ago>[], Admission]>([
  ['nothing tried', [], FREE],
  ['one slip', wrong(0), FREE],
  ['two, at once', wrong(1000, 0), until(30_000)],
  ['two, after half a minute', wrong(40_000, 30_000), FREE],
  ['three: an hour from the last one', wrong(20 * MINUTE, 10 * MINUTE, 5 * MINUTE), until(55 * MINUTE)],
  ['three, after the hour', wrong(62 * MINUTE, 61 * MINUTE, HOUR), FREE],
  ['four: it grows', wrong(3 * HOUR, 3 * HOUR, 3 * HOUR, HOUR), until(3 * HOUR)],
  ['six: the last pause goes on', wrong(...Array.from({ length: 6 }, () => HOUR)), until(11 * HOUR)],
  ['yesterday is forgotten', wrong(25 * HOUR, 25 * HOUR, 25 * HOUR, 0), FREE],
  ['three under way', [ago(1, true), ago(1, true), ago(1, true)], { is: 'busy' }],
  ['two under way leave room for the third', [ago(1, true), ago(1, true)], FREE],
  ['one under way after three wrong ones', [...wrong(2 * HOUR, 2 * HOUR, 2 * HOUR), ago(1, true)], { is: 'busy' }],
  ['one whose function died counts as wrong', [...wrong(HOUR, HOUR), ago(OPEN_MS, true)], until(59 * MINUTE)],
])('a stranger: %s', (_what, tries, expected) => {
  expect(admission(tries, STRANGER_PAUSES_MS, NOW)).toEqual(expected)
})

test('no hour sees more than three wrong tries of strangers, however patient they are', () => {
  const tries: ReturnType<typeof ago>[] = []
  for (let now = NOW; now < NOW + 48 * HOUR; now += 10_000) {
    if (admission(tries, STRANGER_PAUSES_MS, now).is === 'free') tries.push({ ...ago(0), at: now })
  }
  const inAnHour = tries.map(({ at }) => tries.filter((one) => one.at >= at && one.at < at + HOUR).length)
  expect(Math.max(...inAnHour)).toBe(3)
  // What remains possible, as ADR 23 states it.
  expect(tries.length).toBeLessThanOrEqual(14)
})

test('who has been in the account waits less: a minute after three', () => {
  expect(admission(wrong(0, 0), OWN_PAUSES_MS, NOW)).toEqual(FREE)
  expect(admission(wrong(0, 0, 0), OWN_PAUSES_MS, NOW)).toEqual(until(MINUTE))
})
