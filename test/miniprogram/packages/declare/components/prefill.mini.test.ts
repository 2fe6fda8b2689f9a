import {
  NO_PREFILL,
  type PrefillView,
} from '../../../../../miniprogram/packages/declare/components/prefill-offer/prefill-view'
import { plugIn, renderComponent, unplug } from '../../../../support/simulate'

beforeEach(() => plugIn())
afterEach(unplug)

describe('prefill-offer', () => {
  const card = async (view: Partial<PrefillView>) => {
    const shown = renderComponent('packages/declare/components/prefill-offer/prefill-offer', {
      view: { ...NO_PREFILL, ...view },
    })
    await shown.rest()
    return shown
  }

  const OFFERS = [
    { key: 'F.mobile', label: '手机号码', masked: '130******01', text: '13000000101', source: '来自您的一网通账号' },
    { key: 'F.name', label: '姓名', masked: '虞青禾', text: '虞青禾', source: '来自您的一网通账号' },
  ]

  test('one line says how much can be filled in, and from where; one tap asks for all', async () => {
    const shown = await card({ offers: OFFERS, from: '一网通账号' })
    expect(shown.find('.offer').text).toBe('能帮您填 2 项（一网通账号）全部填入')
    const takes = shown.listen('take')
    await shown.tap('.prefill__take')
    expect(takes).toHaveLength(1)
  })

  test('which values stands in a sheet, masked until they are tapped; each can be taken alone', async () => {
    const shown = await card({ offers: OFFERS, from: '一网通账号' })
    expect(shown.text).not.toContain('130')
    await shown.tap('.offer__what')
    const [value] = shown.all('.offer-value')
    expect(value?.text).toBe('手机号码130******01来自您的一网通账号')
    await value?.tap()
    expect(shown.all('.offer-value')[0]?.text).toContain('13000000101')
    const takes = shown.listen('takeone')
    await shown.all('.offer-take')[1]?.tap()
    expect(takes).toEqual([{ key: 'F.name' }])
  })

  test('afterwards says how much was filled in, and gives the way back', async () => {
    expect((await card({ taken: 0 })).text).not.toContain('已填入')
    const shown = await card({ taken: 6 })
    expect(shown.text).toContain('已填入 6 项，请核对')
    const undone = shown.listen('undo')
    await shown.tap('.prefill__undo')
    expect(undone).toHaveLength(1)
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
