import { ACTION_FACTS, type ActionName } from '../../miniprogram/shared/contract/actions'
import { afterSubmit } from './after-submit'
import { canaries } from './canaries'
import { events } from './events'
import { OWNED, ownedMembers } from './foreign-ids'
import { fuzzing } from './fuzz'
import { kills } from './kills'
import { ownership } from './ownership'
import type { Part } from './part'
import { PARTS } from './parts'
import { checksOf, reportOf } from './report'
import { nextIndex, type ResultLine } from './results'
import { sameKey } from './same-key'

/** A short part of `npm run torture`, in every run of the tests: the same code, a few indexes each. */

const SEED = 20_261_201
const MINUTE = 60_000

const SHORT: readonly (readonly [part: Part, from: number, count: number])[] = [
  [afterSubmit, 0, 3],
  // One of them takes the whole host with it.
  [kills, 22, 4],
  [events, 0, 30],
  [fuzzing, 0, 2],
  [canaries, 0, 1],
]

test.each(SHORT.map(([part, from, count]) => [part.name, part, from, count] as const))(
  '%s: the figures hold',
  async (_name, part, from, count) => {
    const until = Date.now() + MINUTE
    const result = await part.run({ seed: SEED, from, count, until, log: () => undefined })
    expect(result.failures).toEqual([])
    expect(result.done).toBe(count)
    for (const [figure, { most }] of Object.entries(part.bounds)) {
      expect([figure, result.figures[figure]]).toEqual([figure, expect.any(Number)])
      expect(result.figures[figure]).toBeLessThanOrEqual(most)
    }
  },
  2 * MINUTE,
)

test('every part names its target, and has a name of its own', () => {
  expect(new Set(PARTS.map(({ name }) => name)).size).toBe(PARTS.length)
  for (const part of [...PARTS, ownership, sameKey]) expect(part.target).toBeGreaterThan(0)
})

test('whose each id of the contract is, is known: no action escapes the part on ownership', () => {
  const members = (Object.keys(ACTION_FACTS) as ActionName[]).flatMap(ownedMembers)
  expect(members.length).toBeGreaterThan(30)
  expect([...new Set(members)].filter((member) => !OWNED.some((known) => known === member))).toEqual([])
})

const line = (change: Partial<ResultLine> = {}): ResultLine => ({
  part: 'kills',
  seed: 1,
  from: 0,
  done: 300,
  commit: 'now',
  seconds: 1,
  figures: { duplicates: 0, lost: 0, renumbered: 0, unfinished: 0, missed: 0 },
  failures: [],
  ...change,
})

test('a part goes on behind the last index of its seed', () => {
  const results = [
    line(),
    line({ from: 300, done: 20 }),
    line({ seed: 2, done: 400 }),
    line({ part: 'fuzz', done: 500 }),
  ]
  expect(nextIndex(results, 'kills', 1)).toBe(320)
  expect(nextIndex(results, 'kills', 3)).toBe(0)
})

test('the report sums the slices, fails what is not reached or not held, and marks what ran on other code', () => {
  const results = [line({ commit: 'before' }), line({ from: 300 })]
  expect(checksOf(kills, results, 'now').map(({ holds }) => holds)).toEqual([true, true, true, true, true, true])
  expect(checksOf(kills, results, 'now')[0]?.text).toContain('600 (target 500)  [of other code, too: before]')
  const bad = line({ figures: { ...line().figures, lost: 2 }, failures: ['draft 7: no case'] })
  const { lines, failed } = reportOf([kills], [bad], 'now')
  expect(failed).toBe(2)
  expect(lines).toContain('FAILS  kills: kills within a submit 300 (target 500)')
  expect(lines).toContain('FAILS  kills: lost 2 (target 0)')
  expect(lines).toContain('kills, seed 1, from 0: draft 7: no case')
  expect(lines.at(-1)).toBe('4 passed, 2 failed')
})

test('what was never measured does not hold', () => {
  const { failed, lines } = reportOf([kills], [], 'now')
  expect([failed, lines.at(-1)]).toEqual([6, '0 passed, 6 failed'])
})
