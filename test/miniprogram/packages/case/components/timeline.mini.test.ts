import { plugIn, renderComponent, unplug } from '../../../../support/simulate'
import { PROGRESS } from '../../../fixtures'

beforeEach(() => plugIn())
afterEach(unplug)

test('each step has its state in words', async () => {
  const steps = renderComponent('packages/case/components/timeline/timeline', {
    nodes: [
      ...PROGRESS.nodes,
      { seq: 3, name: '专家评审', state: 'unknown', opinion: '第一行\n第二行' },
      { seq: 4, name: '决定', state: 'pending' },
    ],
  })
  await steps.rest()
  expect(steps.all('.step').map(({ text }) => text)).toEqual([
    expect.stringMatching(/^申请提交(2026年)?11月2日 10:42$/),
    '受理进行中',
    '专家评审以窗口为准意见：第一行 第二行',
    '决定',
  ])
  // What a dot shows, a screen reader hears.
  const { view } = steps.node.data as { view: { steps: readonly { spoken: string }[] } }
  expect(view.steps.map(({ spoken }) => spoken.split('，')[1])).toEqual(['已完成', '进行中', '以窗口为准', '未到'])
})

test('of what comes later the next step stands alone, the others in one line', async () => {
  const later = (seq: number, name: string) => ({ seq, name, state: 'pending' as const })
  const steps = renderComponent('packages/case/components/timeline/timeline', {
    nodes: [...PROGRESS.nodes, later(3, '审查'), later(4, '决定'), later(5, '制证')],
  })
  await steps.rest()
  expect(steps.all('.step').map(({ text }) => text)).toEqual([expect.anything(), '受理进行中', '审查', '决定、制证'])
})
