import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Attachment } from '../../../../miniprogram/shared/domain/attachment'
import type { Declaration } from '../../../../miniprogram/shared/domain/declaration'
import { refuse } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage } from '../../../support/simulate'
import { AS_PERSON } from '../../fixtures'
import { declaration, FORM_ID, withAnswers } from './declaration-fixture'
import { gateway, open, PATH, prepareForm, saves, serve, server, type, untilOpen } from './form-page'

prepareForm()

const list = (page: Screen): Screen => page.find('.form-problems')
/** The ways to fields, without the one past them. */
const problems = (page: Screen): string[] =>
  list(page)
    .all('.problem__text')
    .map(({ text }) => text)

const leave = (page: Screen, fieldId: string) => page.call('onFieldBlur', { detail: { fieldId } })

test('opens with one call; its one line says which step, what is left on it, and that it is saved', async () => {
  const page = await open()
  expect(gateway.calls.map(({ action }) => action)).toEqual(['declaration.open'])
  expect(page.find('.form-head').text).toBe('1/4申请人还需 2 项|已保存')
  expect(page.text).toContain('来自您的一网通账号，请核对')
  expect(page.text).not.toContain('原执业机构')
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
  expect(page.text).toContain('还需 2 项')
  await type(page, 'reg_type', 'first')
  expect(page.text).not.toContain('原执业机构')
  expect(page.text).toContain('还需 1 项')
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
  expect(page.text).not.toContain('不正确')
  await leave(page, 'mobile')
  expect(page.text).toContain('不正确')
  expect(JSON.stringify(page.node.data['fields'])).toContain('"130123"')
})

test('下一步 lists what is wrong, with jumps; the applicant may go on all the same', async () => {
  const page = await open()
  await page.tap('.bottom__next')
  expect(page.text).toContain('这一步有 2 处要填')
  expect(problems(page)).toEqual(['手机号码：还没有填', '申请类别：还没有选'])
  const jumps: object[] = []
  const { wx: stub } = globalThis as unknown as { wx: { pageScrollTo: (options: object) => Promise<object> } }
  const real = stub.pageScrollTo
  stub.pageScrollTo = (options) => {
    jumps.push(options)
    return real(options)
  }
  await list(page).tapText('.problem', '申请类别')
  stub.pageScrollTo = real
  expect(jumps[0]).toMatchObject({ selector: '#field-reg_type', offsetTop: -68 })
  expect(page.has('#field-reg_type')).toBe(true)
  await page.call('onSkipTap')
  expect(page.text).toContain('2/4')
})

test('what is mended leaves the list at once', async () => {
  const page = await open()
  await page.tap('.bottom__next')
  await type(page, 'mobile', '13000000101')
  await leave(page, 'mobile')
  expect(problems(page)).toEqual(['申请类别：还没有选'])
  await type(page, 'reg_type', 'first')
  await page.untilText('都改好了')
  expect(list(page).has('.problem')).toBe(false)
  await page.call('onHide')
})

/** Everything filled in and signed; the picture is where `state` says. */
const signed = (state: Attachment['state']): Declaration => ({
  ...withAnswers({ mobile: '13000000101', reg_type: 'first', years: 2, sign: ['att-1'] }),
  attachments: [{ attachmentId: 'att-1', materialId: FORM_ID, fieldId: 'sign', fileName: '', size: 9, state }],
})

test('a signature whose picture was not delivered is said here already, as the review would', async () => {
  serve(signed('stored'))
  const page = await open({ materialId: FORM_ID, fieldId: 'sign' })
  await page.tap('.bottom__next')
  expect(problems(page)).toEqual(['申请人签名：“申请人签名”还没有送达，请重新签名'])
  expect(phone.visits).toEqual([])
})

test('the last step saves and goes on to the attachments', async () => {
  serve(signed('delivered'))
  const page = await open({ materialId: FORM_ID, fieldId: 'years' })
  expect(page.text).toContain('2/4')
  expect(page.text).toContain('请留意：学制一般为3年以上')
  await type(page, 'years', 3)
  await page.tap('.bottom__next')
  await page.until(() => phone.visits.length > 0, 'the attachments page')
  expect(saves()).toHaveLength(1)
  expect(phone.visits.at(-1)?.url).toBe('/packages/declare/pages/attachments/attachments?draftId=draft-1')
})

test('cannot be opened: says what happened with the id, and a retry opens it', async () => {
  gateway.handlers['declaration.open'] = () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
  const page = await openPage(PATH, { draftId: 'draft-1' })
  await page.untilText('一网通暂时没有响应')
  expect(page.text).toContain('编号')
  gateway.handlers['declaration.open'] = () => ({ account: AS_PERSON, declaration: server })
  await page.call('load')
  await untilOpen(page)
})

test('a declaration that was submitted opens its receipt instead', async () => {
  serve(declaration({ state: 'submitted' }))
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
