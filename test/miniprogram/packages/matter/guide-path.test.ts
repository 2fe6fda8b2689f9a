import { choose, pathView, reopen, startPath } from '../../../../miniprogram/packages/matter/pages/situation/guide-path'
import type { Situation } from '../../../../miniprogram/shared/domain/matter'

const question = (id: string, options: Situation['options']): Situation => ({
  situationId: id,
  question: `${id}?`,
  multiple: false,
  required: true,
  dependsOn: [],
  options,
})

const SITUATIONS: readonly Situation[] = [
  question('reason', [
    { optionId: 'process', name: '工艺要求' },
    { optionId: 'repair', name: '抢修', blockedBecause: '抢修依法无需许可' },
  ]),
  question('zone', [{ optionId: 'inside', name: '是' }]),
]

test('after an answer that cannot be filed online nothing more is asked; changing it goes on', () => {
  const blocked = choose(SITUATIONS, startPath(SITUATIONS), 'repair')
  expect(pathView(SITUATIONS, blocked)).toMatchObject({
    question: null,
    complete: false,
    blockedBecause: '抢修依法无需许可',
    rows: [{ situationId: 'reason' }],
  })
  const again = reopen(blocked, 'reason')
  expect(pathView(SITUATIONS, again).question?.situationId).toBe('reason')
  const mended = pathView(SITUATIONS, choose(SITUATIONS, again, 'process'))
  expect([mended.question?.situationId, mended.blockedBecause]).toEqual(['zone', ''])
})
