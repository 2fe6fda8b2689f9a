import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Attachment } from '../../../../miniprogram/shared/domain/attachment'
import type { Declaration } from '../../../../miniprogram/shared/domain/declaration'
import { refuse, startGateway, type Gateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON } from '../../fixtures'
import { declaration, FORM_ID, withAnswers } from './declaration-fixture'

const PATH = 'packages/declare/pages/form/form'
const SAVE_WAIT_MS = 2100

let gateway: Gateway
let server: Declaration

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  server = declaration()
  gateway.calls.length = 0
  gateway.handlers = {
    'declaration.open': () => ({ account: AS_PERSON, declaration: server }),
    'declaration.save': ({ baseVersion }) => ({ version: baseVersion + 1, savedAt: '2026-11-02T12:05:00+08:00' }),
  }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const open = async (query: Record<string, string> = {}): Promise<Screen> => {
  const page = await openPage(PATH, { draftId: 'draft-1', ...query })
  await page.untilText('尚未提交')
  return page
}
const saves = () => gateway.calls.filter(({ action }) => action === 'declaration.save').map(({ input }) => input)

/** What the field components tell the page while somebody types. */
const type = (page: Screen, fieldId: string, value: unknown) =>
  page.call('onFieldChange', { detail: { fieldId, value } })
const leave = (page: Screen, fieldId: string) => page.call('onFieldBlur', { detail: { fieldId } })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('opens with one call: identity, 尚未提交, when it was saved, the first step and what is left', async () => {
  const page = await open()
  expect(gateway.calls.map(({ action }) => action)).toEqual(['declaration.open'])
  expect(page.text).toContain('欧**五')
  expect(page.text).toContain('已保存 12:03')
  expect(page.text).toContain('第 1 步，共 2 步')
  expect(page.text).toContain('还需填写 4 项')
  expect(page.text).toContain('来自您的一网通账号，请核对')
  expect(page.text).not.toContain('原执业机构')
})

test('what is typed is saved by itself after a pause: only the changed field', async () => {
  const page = await open()
  await type(page, 'mobile', '1300000010')
  await type(page, 'mobile', '１３０00000101')
  expect(page.text).toContain('稍后自动保存')
  expect(saves()).toEqual([])
  await pause(SAVE_WAIT_MS)
  await page.untilText('已保存 12:05')
  expect(saves()).toEqual([
    { draftId: 'draft-1', baseVersion: 3, forms: [{ materialId: FORM_ID, answers: { mobile: '13000000101' } }] },
  ])
})

test('a key sets almost nothing: far below 1 KB', async () => {
  const page = await open()
  const sizes: number[] = []
  const { setData } = page.node.instance as { setData: (data: object) => void }
  page.node.instance['setData'] = (data: object) => {
    sizes.push(JSON.stringify(data).length)
    setData.call(page.node.instance, data)
  }
  await type(page, 'name', '欧')
  await type(page, 'name', '欧阳')
  await leave(page, 'name')
  expect(sizes.length).toBeGreaterThan(0)
  expect(Math.max(...sizes)).toBeLessThan(1024)
})

test('a choice shows and hides what depends on it', async () => {
  const page = await open()
  await type(page, 'reg_type', 'change')
  expect(page.text).toContain('原执业机构')
  expect(page.text).toContain('还需填写 4 项')
  await type(page, 'reg_type', 'first')
  expect(page.text).not.toContain('原执业机构')
  expect(page.text).toContain('还需填写 3 项')
})

test('what was picked shows at once', async () => {
  const page = await open()
  await type(page, 'reg_type', 'first')
  await leave(page, 'reg_type')
  const shown = page.node.data['fields'] as { field: { id: string }; value: unknown }[]
  expect(shown.find(({ field }) => field.id === 'reg_type')?.value).toBe('first')
})

test('leaving a field shows its own problem and tidies it', async () => {
  const page = await open()
  await type(page, 'mobile', '１３０ 123')
  expect(page.text).not.toContain('需要修改')
  await leave(page, 'mobile')
  expect(page.text).toContain('需要修改')
  expect(JSON.stringify(page.node.data['fields'])).toContain('"130123"')
})

test('下一步 lists what is wrong, with jumps; the applicant may go on all the same', async () => {
  const page = await open()
  await page.tap('.bottom__next')
  expect(page.text).toContain('这一步有 2 处需要修改')
  expect(page.all('.problem').map(({ text }) => text)).toEqual(['手机号码：请填写手机号码', '申请类别：请选择申请类别'])
  const jumps: object[] = []
  const { wx: stub } = globalThis as unknown as { wx: { pageScrollTo: (options: object) => Promise<object> } }
  const real = stub.pageScrollTo
  stub.pageScrollTo = (options) => {
    jumps.push(options)
    return real(options)
  }
  await page.tapText('.problem', '申请类别')
  stub.pageScrollTo = real
  expect(jumps).toMatchObject([{ selector: '#field-reg_type' }])
  expect(page.has('#field-reg_type')).toBe(true)
  await page.call('onSkipTap')
  expect(page.text).toContain('第 2 步，共 2 步')
})

test('what is mended leaves the list at once', async () => {
  const page = await open()
  await page.tap('.bottom__next')
  await type(page, 'mobile', '13000000101')
  await leave(page, 'mobile')
  expect(page.all('.problem').map(({ text }) => text)).toEqual(['申请类别：请选择申请类别'])
  await type(page, 'reg_type', 'first')
  await page.until(() => !page.has('.problem'), 'the list to go')
  await page.call('onHide')
})

/** Everything filled in and signed; the picture is where `state` says. */
const signed = (state: Attachment['state']): Declaration => ({
  ...withAnswers({ mobile: '13000000101', reg_type: 'first', years: 2, sign: ['att-1'] }),
  attachments: [{ attachmentId: 'att-1', materialId: FORM_ID, fieldId: 'sign', fileName: '', size: 9, state }],
})

test('a signature whose picture was not delivered is said here already, as the review would', async () => {
  server = signed('stored')
  const page = await open({ materialId: FORM_ID, fieldId: 'sign' })
  await page.tap('.bottom__next')
  expect(page.all('.problem').map(({ text }) => text)).toEqual(['申请人签名：“申请人签名”还没有送达，请重新签名'])
  expect(phone.visits).toEqual([])
})

test('the last step saves and goes on to the attachments', async () => {
  server = signed('delivered')
  const page = await open({ materialId: FORM_ID, fieldId: 'years' })
  expect(page.text).toContain('第 2 步，共 2 步')
  expect(page.text).toContain('请留意：学制一般为3年以上')
  await type(page, 'years', 3)
  await page.tap('.bottom__next')
  await page.until(() => phone.visits.length > 0, 'the attachments page')
  expect(saves()).toHaveLength(1)
  expect(phone.visits.at(-1)?.url).toBe('/packages/declare/pages/attachments/attachments?draftId=draft-1')
})

test('offline: the words stay on the phone, encrypted, and are sent when the page shows again', async () => {
  const page = await open()
  phone.online = false
  await type(page, 'mobile', '13000000101')
  await page.call('onHide')
  await page.untilText('未能保存，内容保留在手机上')
  expect(page.text).toContain('请检查网络后重试')
  expect(phone.storage.get('encrypted:draft.draft-1')).toMatchObject({
    changes: { [FORM_ID]: { mobile: '13000000101' } },
  })
  expect([...phone.storage.keys()]).not.toContain('draft.draft-1')
  phone.online = true
  await page.call('onShow')
  await page.untilText('已保存 12:05')
  expect(phone.storage.has('encrypted:draft.draft-1')).toBe(false)
})

test('offline with a full phone: says that nothing is kept, and nothing beside it says otherwise', async () => {
  const page = await open()
  phone.online = false
  phone.storageFull = true
  await type(page, 'mobile', '13000000101')
  await page.call('onHide')
  await page.untilText('手机上也没有存下，请先不要离开这一页')
  expect(page.text).toContain('请检查网络后重试')
  expect(page.text).not.toMatch(/保留|不会丢失/)
})

test('the next visit takes up what the last one could not save', async () => {
  phone.storage.set('encrypted:draft.draft-1', {
    baseVersion: 3,
    changes: { [FORM_ID]: { mobile: '13000000101' } },
    keptAt: 1,
  })
  const page = await open()
  await page.untilText('已保存 12:05')
  expect(saves()).toEqual([
    { draftId: 'draft-1', baseVersion: 3, forms: [{ materialId: FORM_ID, answers: { mobile: '13000000101' } }] },
  ])
  expect(JSON.stringify(page.node.data['fields'])).toContain('13000000101')
})

describe('changed on another phone in the same field', () => {
  async function conflict(): Promise<Screen> {
    const page = await open()
    gateway.handlers['declaration.save'] = () => refuse({ code: 'CONFLICT', retryable: false })
    server = withAnswers({ mobile: '13000000102' }, 8)
    await type(page, 'mobile', '13000000101')
    await page.call('onSaveTap')
    await page.untilText('这份草稿在别处也改过')
    gateway.handlers['declaration.save'] = ({ baseVersion }) => ({
      version: baseVersion + 1,
      savedAt: '2026-11-02T12:06:00+08:00',
    })
    return page
  }

  test('explains and shows both; mine can be kept', async () => {
    const page = await conflict()
    expect(page.text).toContain('这里填的：13000000101')
    expect(page.text).toContain('最新保存的：13000000102')
    await page.tap('.clash__mine')
    await page.untilText('已保存 12:06')
    expect(saves().at(-1)).toMatchObject({ baseVersion: 8, forms: [{ answers: { mobile: '13000000101' } }] })
    expect(page.text).not.toContain('在别处也改过')
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

test('cannot be opened: says what happened with the id, and a retry opens it', async () => {
  gateway.handlers['declaration.open'] = () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
  const page = await openPage(PATH, { draftId: 'draft-1' })
  await page.untilText('一网通暂时没有响应')
  expect(page.text).toContain('编号')
  gateway.handlers['declaration.open'] = () => ({ account: AS_PERSON, declaration: server })
  await page.call('load')
  await page.untilText('尚未提交')
})

test('a declaration that was submitted opens its receipt instead', async () => {
  server = declaration({ state: 'submitted' })
  const page = await openPage(PATH, { draftId: 'draft-1' })
  await page.until(() => phone.visits.length > 0, 'the receipt')
  expect(phone.visits.at(-1)).toMatchObject({
    verb: 'redirectTo',
    url: '/packages/declare/pages/receipt/receipt?draftId=draft-1',
  })
})

test('a signature that did not arrive is sent again; the row of the stuck try goes first', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'declare-form-'))
  const path = join(folder, 'sign.png')
  writeFileSync(path, Buffer.alloc(10, 1))
  let minted = 0
  const row = (): Attachment => ({
    attachmentId: `att-${minted}`,
    materialId: FORM_ID,
    fieldId: 'sign',
    fileName: 'sign.png',
    size: 10,
    state: minted > 1 ? 'delivered' : 'queued',
  })
  gateway.handlers['attachment.begin'] = () => {
    minted += 1
    return { attachment: { ...row(), state: 'queued' }, cloudPath: `uploads/${minted}/file.png` }
  }
  gateway.handlers['attachment.deliver'] = () =>
    minted > 1 ? { attachment: row() } : refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
  gateway.handlers['attachment.remove'] = () => ({})
  const page = await open({ materialId: FORM_ID, fieldId: 'sign' })
  await page.call('onFieldSign', { detail: { fieldId: 'sign', file: { path, name: 'sign.png', size: 10 } } })
  await page.untilText('一网通暂时没有响应')
  await page.call('onFieldRetry', { detail: { fieldId: 'sign' } })
  await page.untilText('已签名')
  rmSync(folder, { recursive: true, force: true })
  const attachmentCalls = gateway.calls.map(({ action }) => action).filter((action) => action.startsWith('attachment.'))
  expect(attachmentCalls).toEqual([
    'attachment.begin',
    'attachment.deliver',
    'attachment.remove',
    'attachment.begin',
    'attachment.deliver',
  ])
  expect(gateway.calls.find(({ action }) => action === 'attachment.remove')?.input).toEqual({ attachmentId: 'att-1' })
})
