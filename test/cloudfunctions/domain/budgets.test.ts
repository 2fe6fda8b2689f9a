import { ACTION_FACTS, type ActionName } from '../../../miniprogram/shared/contract/actions'
import { budgetOf } from '../../../cloudfunctions/domain/limits/admit'
import { BUDGETS } from '../../../cloudfunctions/domain/limits/budgets'
import { FreeCounts } from '../../../cloudfunctions/domain/limits/free-counts'

test('each instance has its free ones, for each citizen, until the window ends', () => {
  const counts = new FreeCounts()
  const take = (key: string, now: number) => counts.take(key, 2, 1000, now)
  expect([take('a', 0), take('a', 1), take('a', 999), take('b', 999), take('a', 1000)]).toEqual([
    true,
    true,
    false,
    true,
    true,
  ])
  expect(counts.take('c', 0, 1000, 0)).toBe(false)
})

test('who comes back is remembered, whoever else came meanwhile; the oldest are forgotten', () => {
  const counts = new FreeCounts()
  counts.take('idle', 1, 1000, 0)
  counts.take('busy', 2, 1000, 0)
  for (let n = 0; n < 4_998; n += 1) counts.take(`crowd-${n}`, 1, 1000, 0)
  counts.take('busy', 2, 1000, 0)
  counts.take('one more', 1, 1000, 0)
  expect(counts.take('busy', 2, 1000, 0)).toBe(false)
  expect(counts.take('idle', 1, 1000, 0)).toBe(true)
})

test('what costs storage or the provider is counted in the database from the first on', () => {
  const of = (budget: string) => (Object.keys(ACTION_FACTS) as ActionName[]).filter((name) => budgetOf(name) === budget)
  expect(of('upload')).toEqual(['attachment.begin', 'attachment.reuse'])
  expect(of('draft')).toEqual(['declaration.start'])
  expect(of('zip')).toEqual(['archive.fetch'])
  expect(of('import')).toEqual(['table.begin'])
  expect(of('preview')).toEqual(expect.arrayContaining(['declaration.print', 'document.preview', 'matter.notice']))
  // Reading a page costs no further round trip.
  expect(BUDGETS.read.freePerInstance).toBeGreaterThan(0)
  for (const { told } of Object.values(BUDGETS)) expect(told).toMatch(/^\p{Script=Han}+$/u)
})
