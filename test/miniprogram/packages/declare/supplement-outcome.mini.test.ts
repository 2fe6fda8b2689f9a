import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import { openPage } from '../../../support/simulate'
import { CASE } from '../../fixtures'
import {
  folder,
  FORM,
  gateway,
  ITEM,
  NEW_FILE,
  open,
  PATH,
  prepareSupplement,
  RECEIPT,
  ROUND,
  serve,
  server,
} from './supplement-page'

prepareSupplement()

const CHANGE = {
  fieldId: 'mobile',
  label: '联系电话',
  before: '13000000102',
  after: '13000000103',
  masked: { before: '130******02', after: '130******03' },
}

const ANSWERED = {
  ...ROUND,
  items: [
    { ...ITEM, files: [NEW_FILE] },
    { ...FORM, form: { obstacle: '', changes: [CHANGE], problems: 0 } },
  ],
}

const calls = (name: string) => gateway.calls.filter(({ action }) => action === name)

test('a file is checked in place, uploaded, and counts once it was delivered', async () => {
  const page = await open()
  const path = (name: string, size: number) => {
    const file = join(folder, name)
    writeFileSync(file, Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(100)]))
    return { path: file, name, size }
  }
  phone.files = [path('big.pdf', 3 * 1024 * 1024)]
  await page.call('onAdd', { detail: { materialId: ITEM.materialId, source: 'chat' } })
  await page.untilText('超过了单个 2 MB 的上限')
  expect(calls('attachment.begin')).toHaveLength(0)
  phone.files = [path('good.pdf', 108)]
  await page.call('onAdd', { detail: { materialId: ITEM.materialId, source: 'chat' } })
  await page.untilText('2 项，补好 1 项')
  expect(calls('attachment.begin')[0]?.input).toMatchObject({ draftId: 'sup-1', materialId: ITEM.materialId })
})

test('what will be sent is shown before it is; the receipt says what happens next', async () => {
  serve({ ...server, rounds: [ANSWERED] })
  const page = await open()
  expect(page.text).toContain('联系电话130******02130******03')
  await page.call('onRemarkInput', { detail: { value: '已更换' } })
  await page.call('onReviewTap')
  await page.untilText('请核对要提交的内容')
  for (const text of [
    '新证件.pdf（已送达）',
    '联系电话：原来 13000000102，现在 13000000103',
    '已更换',
    '这一轮不能再改',
  ]) {
    expect(page.text).toContain(text)
  }
  expect(calls('supplement.submit')).toHaveLength(0)
  await Promise.all([page.call('onSubmitTap'), page.call('onSubmitTap')])
  await page.untilText('第 1 轮：补正，已提交')
  expect(calls('supplement.submit').map(({ input }) => input)).toEqual([
    { supplementId: 'sup-1', version: 3, remark: '已更换' },
  ])
  expect(page.text).toContain('已送达 1/1')
  expect(page.text).toContain('办理时限接着计时')
})

test('no answer: 结果确认中, never a second submit; a refusal keeps everything', async () => {
  serve({ ...server, rounds: [ANSWERED] })
  gateway.handlers['supplement.submit'] = () => ({ state: 'confirming', since: '2026-11-05T09:41:26+08:00' })
  gateway.handlers['supplement.outcome'] = () => ({ state: 'submitted', receipt: RECEIPT })
  const page = await open()
  await page.call('onReviewTap')
  await page.call('onSubmitTap')
  await page.untilText('补正已经发出')
  await page.call('onCheckTap')
  await page.untilText('已提交')
  expect(calls('supplement.submit')).toHaveLength(1)

  gateway.handlers['supplement.submit'] = () =>
    refuse({ code: 'STATE_CHANGED', retryable: false, message: '这一轮的截止时间已过，一网通不再接收' })
  const refused = await open()
  await refused.call('onReviewTap')
  await refused.call('onSubmitTap')
  await refused.untilText('这次没有提交成功')
  expect(refused.text).toContain('一网通不再接收')
  expect(refused.text).toContain('新证件')
})

test.each(['BINDING_EXPIRED', 'NOT_BOUND'] as const)(
  '%s while it is asked: stays 结果确认中 with the way to log in, and asks again when she is back',
  async (code) => {
    serve({ ...server, rounds: [{ ...ANSWERED, state: 'confirming' }] })
    gateway.handlers['supplement.outcome'] = () => refuse({ code, retryable: false })
    const page = await openPage(PATH, { caseNo: CASE.caseNo })
    await page.untilText('补正已经发出')
    await page.call('onCheckTap')
    await page.untilText('登录以后会接着问')
    expect(page.text).not.toContain('会自动再问')
    await page.find('.confirming-notice').find('.confirming__login').tap('.failure-remedy')
    expect(phone.visits.at(-1)?.url).toContain('/bind/bind')
    expect(calls('supplement.open')).toHaveLength(1)
    gateway.handlers['supplement.outcome'] = () => ({ state: 'submitted', receipt: RECEIPT })
    await page.call('onHide')
    await page.call('onShow')
    await page.untilText('已送达 1/1')
    expect(calls('supplement.submit')).toHaveLength(0)
  },
)

test('left before the answer to a submit came: nobody goes on asking', async () => {
  serve({ ...server, rounds: [ANSWERED] })
  let answer = (): void => undefined
  gateway.handlers['supplement.submit'] = () =>
    new Promise((resolve) => {
      answer = () => resolve({ state: 'confirming', since: '2026-11-05T09:41:26+08:00' })
    })
  const page = await open()
  await page.call('onReviewTap')
  const submitting = page.call('onSubmitTap')
  await page.until(() => calls('supplement.submit').length === 1, 'the submit')
  await page.call('onUnload')
  answer()
  await submitting
  await page.rest(2300)
  expect(calls('supplement.outcome')).toEqual([])
})

test.each(['NETWORK', 'INTERNAL', 'UPSTREAM_UNAVAILABLE', 'OUTCOME_UNKNOWN'] as const)(
  'a submit that ends in %s may have been taken: 结果确认中, asked, never sent again, never called a failure',
  async (code) => {
    serve({ ...server, rounds: [ANSWERED] })
    gateway.handlers['supplement.submit'] = () => refuse({ code, retryable: true })
    gateway.handlers['supplement.outcome'] = () => ({ state: 'submitted', receipt: RECEIPT })
    const page = await open()
    await page.call('onReviewTap')
    // NETWORK is the phone's own word for an answer that did not come.
    if (code === 'NETWORK') gateway.raw = (response) => void response.destroy()
    await page.call('onSubmitTap')
    await page.untilText('补正已经发出')
    expect(page.text).not.toContain('这次没有提交成功')
    gateway.raw = null
    await page.call('onCheckTap')
    await page.untilText('第 1 轮：补正，已提交')
    expect(calls('supplement.submit')).toHaveLength(1)
  },
)

test('the form opens at the field that the officer named', async () => {
  const named = [{ fieldId: 'mobile', label: '联系电话' }]
  serve({
    ...server,
    rounds: [{ ...ROUND, items: [{ ...FORM, form: { obstacle: '', changes: [], problems: 0, named } }] }],
  })
  const page = await open()
  expect(page.text).toContain('去改联系电话')
  await page.find('.supplement-item').tap('.item__form')
  expect(phone.visits.at(-1)?.url).toContain(`materialId=${FORM.materialId}&caseNo=${CASE.caseNo}&fieldId=mobile`)
})
