import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage } from '../../../support/simulate'
import { oneOfMany } from '../../../../miniprogram/packages/declare/upload/one-by-one'
import { CASE, PHOTO } from '../../fixtures'
import * as attachments from './attachments-page'
import { declaration } from './declaration-fixture'
import * as supplement from './supplement-page'

/** 关怀模式: one material, one item at a time. */

test('one of many: the first until another is wanted, and again when that one is gone', () => {
  expect(oneOfMany(['a', 'b', 'c'], '')).toEqual({ at: 'a', text: '第 1 项，共 3 项', before: '', next: 'b' })
  expect(oneOfMany(['a', 'b', 'c'], 'c')).toEqual({ at: 'c', text: '第 3 项，共 3 项', before: 'b', next: '' })
  expect(oneOfMany(['a', 'b'], 'gone').at).toBe('a')
  expect(oneOfMany([], '').at).toBe('')
})

describe('补正', () => {
  supplement.prepareSupplement()
  const { ITEM, FORM, ROUND, NEW_FILE } = supplement
  const open = async (): Promise<Screen> => {
    phone.storage.set('look.size', 'large')
    const page = await openPage(supplement.PATH, { caseNo: CASE.caseNo })
    await page.untilText('窗口说')
    return page
  }
  const solid = (screen: Screen, selector: string): unknown => screen.find(selector).node.data['variant']

  test('one item with one blue button and the telephone; the others are rows', async () => {
    const page = await open()
    expect(page.all('.supplement-item')).toHaveLength(1)
    const item = page.find('.supplement-item')
    expect(item.text).toContain('影像不清，看不到有效期')
    const ways = item.find('.item__files-new').find('.open-ways')
    expect(ways.text).toContain('拍一张新的')
    expect(ways.text).not.toContain('从相册选')
    expect(solid(ways, '.way_first')).toBe('base')
    await ways.find('.seldom').tap('.fold')
    expect(ways.text).toContain('从相册选')
    // Folded, not gone.
    expect(item.text).not.toContain('旧证件.pdf')
    await item.find('.item__before').tap('.fold')
    expect(item.text).toContain('旧证件.pdf')
    expect(page.find('.next-item').node.data['theme']).toBe('default')
    await page.tap('.ask')
    expect(phone.called).toEqual(['022-00000018'])
    await page.tapText('.other', '申请表')
    expect(page.find('.supplement-item').text).toContain('电话填错了')
    expect(solid(page.find('.supplement-item'), '.item__form')).toBe('base')
  })

  test('an item that is answered stays, and the blue button leads to the next that lacks something', async () => {
    supplement.serve({ ...supplement.server, rounds: [{ ...ROUND, items: [{ ...ITEM, files: [NEW_FILE] }, FORM] }] })
    const page = await open()
    expect(page.find('.supplement-item').text).toContain('申请表')
    expect(page.has('.next-item')).toBe(false)
    expect(page.text).toContain('打电话问窗口')
    await page.tapText('.other', '身份证明')
    expect(page.find('.next-item').node.data['theme']).toBe('primary')
    const ways = page.find('.supplement-item').find('.item__files-new').find('.open-ways')
    expect(ways.text).toContain('再拍一张')
    expect(solid(ways, '.way_first')).toBe('outline')
    await page.tap('.next-item')
    expect(page.find('.supplement-item').text).toContain('电话填错了')
    await page.find('.remark-fold').tap('.fold')
    await page.call('onRemarkInput', { detail: { value: '电话没有写错' } })
    await page.untilText('核对并提交')
    expect(page.find('.supplement-item').text).toContain('不修改，已说明原因')
    // What was written is there when the box opens again.
    await page.find('.remark-fold').tap('.fold')
    await page.find('.remark-fold').tap('.fold')
    expect(page.find('.remark-box').node.data['value']).toBe('电话没有写错')
  })

  test('when it is too late, all items are there to be read', async () => {
    supplement.serve({ ...supplement.server, rounds: [{ ...ROUND, overdue: true }] })
    const page = await open()
    expect(page.all('.supplement-item')).toHaveLength(2)
  })
})

describe('材料', () => {
  attachments.prepareAttachments()
  const health = { ...PHOTO, materialId: 'CL-2', name: '健康证明' }
  const last = { ...PHOTO, materialId: 'CL-3', name: '聘用证明' }
  const open = (): Promise<Screen> => {
    phone.storage.set('look.size', 'large')
    attachments.serve(declaration({ materials: [PHOTO, health, last] }))
    return attachments.open()
  }
  const names = (page: Screen): unknown[] =>
    page.all('.material').map(({ node }) => (node.data['material'] as { name: string }).name)

  test('one on the page, three ways as rows; forth, back, and any of them by its row', async () => {
    const page = await open()
    expect(names(page)).toEqual(['近期免冠照片'])
    expect(page.text).toContain('第 1 项，共 3 项')
    const ways = page.find('.material').find('.open-ways')
    expect(ways.text).toContain('拍照从相册选从聊天文件选')
    expect(ways.text).not.toContain('用以前传过的')
    expect(page.find('.material').has('.add')).toBe(false)
    await page.tap('.bottom__on')
    await page.tap('.bottom__on')
    expect([names(page), page.has('.bottom__next')]).toEqual([['聘用证明'], true])
    await page.tap('.bottom__before')
    expect(names(page)).toEqual(['健康证明'])
    await page.find('.all-materials').tap('.fold')
    await page.tapText('.other', '近期免冠照片')
    expect([names(page), page.has('.bottom__back')]).toEqual([['近期免冠照片'], true])
  })

  test('a file comes by a way that lies open; what arrived is said beside its picture', async () => {
    const page = await open()
    phone.files = [attachments.file('good.jpg', 900)]
    await page.find('.material').find('.open-ways').tapText('.way', '从聊天文件选')
    await page.untilText('传好 1 个')
    expect(page.text).toContain('再拍一张')
    expect(names(page)).toEqual(['近期免冠照片'])
  })

  test('the usual look has all of them', async () => {
    const page = await open()
    phone.storage.delete('look.size')
    const usual = await attachments.open()
    expect([names(page), names(usual)]).toEqual([['近期免冠照片'], ['近期免冠照片', '健康证明', '聘用证明']])
    expect(usual.has('.bottom__on')).toBe(false)
  })
})
