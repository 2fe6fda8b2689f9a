import { queueOf } from '../../../../../miniprogram/packages/declare/upload/queues'
import { plugIn, unplug } from '../../../../support/simulate'

beforeEach(() => plugIn())
afterEach(unplug)

const FILE = { path: '/none', name: 'photo.bmp', size: 1 }

test('a page that leaves after the next one has come does not make that one deaf', () => {
  const queue = queueOf('draft-1')
  const [before, now] = [jest.fn(), jest.fn()]
  const leave = queue.listen(before, () => undefined)
  const leaveNow = queue.listen(now, () => undefined)
  leave()
  queue.addUnusable('CL-1', FILE, '文件类型不符合要求。')
  expect([before.mock.calls.length, now.mock.calls.length]).toEqual([0, 1])
  leaveNow()
  queue.addUnusable('CL-1', FILE, '文件类型不符合要求。')
  expect(now).toHaveBeenCalledTimes(1)
})
