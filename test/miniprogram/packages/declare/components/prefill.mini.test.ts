import {
  NO_PREFILL,
  type PrefillView,
} from '../../../../../miniprogram/packages/declare/components/prefill-offer/prefill-view'
import { plugIn, renderComponent, unplug } from '../../../../support/simulate'

beforeEach(() => plugIn())
afterEach(unplug)

describe('prefill-offer', () => {
  const card = async (view: Partial<PrefillView>, missing = 0) => {
    const shown = renderComponent('packages/declare/components/prefill-offer/prefill-offer', {
      view: { ...NO_PREFILL, ...view },
      missing,
    })
    await shown.rest()
    return shown
  }

  test('says how much can be filled in, and from where; one tap asks for all', async () => {
    const shown = await card({
      open: 6,
      sources: ['来自企业信用信息，查询于2026年11月2日：5 项', '来自您的一网通账号：1 项'],
    })
    expect(shown.text).toContain('可以帮您填 6 项')
    expect(shown.text).toContain('来自企业信用信息，查询于2026年11月2日：5 项')
    expect(shown.text).toContain('您填过的不会改')
    const takes = shown.listen('take')
    await shown.tap('.prefill__take')
    expect(takes).toHaveLength(1)
    expect(shown.has('.prefill__undo')).toBe(false)
  })

  test('afterwards says what is left to fill, and gives the way back', async () => {
    const shown = await card({ taken: 6 }, 3)
    expect(shown.text).toContain('已填入 6 项，请核对。还差 3 项要您填写。')
    const undone = shown.listen('undo')
    await shown.tap('.prefill__undo')
    expect(undone).toHaveLength(1)
    expect((await card({ taken: 6 })).text).toContain('必填项已填完')
  })

  test('a source that does not answer: filling goes on, and it can be asked again', async () => {
    const shown = await card({ missing: '企业信用信息暂时没有取到。', retry: '一网通暂时没有响应。（编号 ab）' })
    expect(shown.text).toContain('企业信用信息暂时没有取到')
    expect(shown.text).toContain('编号 ab')
    const retries = shown.listen('retry')
    await shown.tap('.prefill__retry')
    expect(retries).toHaveLength(1)
    const busy = await card({ missing: '企业信用信息暂时没有取到。', retrying: true })
    const none = busy.listen('retry')
    await busy.tap('.prefill__retry')
    expect(busy.text).toContain('正在重试')
    expect(none).toEqual([])
  })

  test('shows nothing when there is nothing to say', async () => {
    expect((await card({})).text).toBe('')
  })
})

test('prefill-value: the value with its source, one tap takes it; nothing without a value', async () => {
  const text = '虞青禾（来自您的一网通账号）'
  const shown = renderComponent('packages/declare/components/prefill-value/prefill-value', { label: '姓名', text })
  await shown.rest()
  expect(shown.text).toBe(`${text}填入`)
  const takes = shown.listen('take')
  await shown.tap('.value__take')
  expect(takes).toHaveLength(1)
  const empty = renderComponent('packages/declare/components/prefill-value/prefill-value', { label: '姓名', text: '' })
  await empty.rest()
  expect(empty.text).toBe('')
})
