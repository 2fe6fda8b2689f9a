import { refuse } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { FORM_ID, withAnswers } from './declaration-fixture'
import { gateway, open, prepareForm, saves, serve, type, untilSaved } from './form-page'

prepareForm()

const SAVE_WAIT_MS = 2100

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('what is typed is saved by itself after a pause: only the changed field', async () => {
  const page = await open()
  await type(page, 'mobile', '1300000010')
  await type(page, 'mobile', '１３０00000101')
  expect(page.text).toContain('稍后保存')
  expect(saves()).toEqual([])
  await pause(SAVE_WAIT_MS)
  await untilSaved(page, '12:05')
  expect(saves()).toEqual([
    { draftId: 'draft-1', baseVersion: 3, forms: [{ materialId: FORM_ID, answers: { mobile: '13000000101' } }] },
  ])
})

test('offline: the words stay on the phone, encrypted, and are sent when the page shows again', async () => {
  const page = await open()
  phone.online = false
  await type(page, 'mobile', '13000000101')
  await page.call('onHide')
  await page.untilText('没有网络，请接着填')
  expect(page.text).toContain('填的内容先存在这台手机上，联网后自己会存到网上。')
  expect(page.text).toContain('上传材料和提交，要联网后再做')
  expect(page.text).not.toContain('编号')
  expect(phone.storage.get('encrypted:draft.draft-1')).toMatchObject({
    changes: { [FORM_ID]: { mobile: '13000000101' } },
  })
  expect([...phone.storage.keys()]).not.toContain('draft.draft-1')
  phone.online = true
  await page.call('onShow')
  await untilSaved(page, '12:05')
  expect(phone.storage.has('encrypted:draft.draft-1')).toBe(false)
})

test('offline with a full phone: says that nothing is kept, and nothing beside it says otherwise', async () => {
  const page = await open()
  phone.online = false
  phone.storageFull = true
  await type(page, 'mobile', '13000000101')
  await page.call('onHide')
  await page.untilText('手机上也没有存下，请先不要离开这一页')
  expect(page.text).toContain('网络没有连上。请先截图留底，再点“再试一次”')
  expect(page.text).not.toMatch(/保留|不会丢失/)
})

test('the next visit takes up what the last one could not save', async () => {
  phone.storage.set('encrypted:draft.draft-1', {
    baseVersion: 3,
    changes: { [FORM_ID]: { mobile: '13000000101' } },
    keptAt: 1,
  })
  const page = await open()
  await untilSaved(page, '12:05')
  expect(saves()).toEqual([
    { draftId: 'draft-1', baseVersion: 3, forms: [{ materialId: FORM_ID, answers: { mobile: '13000000101' } }] },
  ])
  expect(JSON.stringify(page.node.data['fields'])).toContain('13000000101')
})

describe('changed on another phone in the same field', () => {
  async function conflict(): Promise<Screen> {
    const page = await open()
    gateway.handlers['declaration.save'] = () => refuse({ code: 'CONFLICT', retryable: false })
    serve(withAnswers({ mobile: '13000000102' }, 8))
    await type(page, 'mobile', '13000000101')
    await page.call('onSaveTap')
    await page.untilText('有两份不同的内容')
    gateway.handlers['declaration.save'] = ({ baseVersion }) => ({
      version: baseVersion + 1,
      savedAt: '2026-11-02T12:06:00+08:00',
    })
    return page
  }

  test('explains and shows both; mine can be kept', async () => {
    const page = await conflict()
    expect(page.text).toContain('这里填的：13000000101')
    expect(page.text).toContain('网上存的：13000000102')
    expect(page.find('.clash').text).toMatch(/网上的那一份.*\d月\d+日 \d\d:\d\d存的/)
    // Nothing else is asked until one is chosen.
    expect(page.has('.bottom__next')).toBe(false)
    expect([page.find('.clash__mine'), page.find('.clash__newest')].map(({ node }) => node.data['theme'])).toEqual([
      'primary',
      'default',
    ])
    await page.tap('.clash__mine')
    await untilSaved(page, '12:06')
    expect(saves().at(-1)).toMatchObject({ baseVersion: 8, forms: [{ answers: { mobile: '13000000101' } }] })
    expect(page.text).not.toContain('有两份不同的内容')
    expect(page.has('.bottom__next')).toBe(true)
  })

  test('the newest can be taken; what I typed stays in sight', async () => {
    const page = await conflict()
    await page.tap('.clash__newest')
    await page.untilText('您原来填的在这里')
    expect(page.text).toContain('13000000101')
    expect(JSON.stringify(page.node.data['fields'])).toContain('13000000102')
    await page.call('onGivenUpClose')
    expect(page.text).not.toContain('您原来填的在这里')
  })
})
