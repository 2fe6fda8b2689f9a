import { refuse } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import { AS_PERSON } from '../../fixtures'
import { declaration } from './declaration-fixture'
import { count, gateway, lastVisit, open, prepareReview, RECEIPT, review, serve, submit } from './review-page'

prepareReview()

test('confirming: says not to submit again, asks until it is known, then the receipt', async () => {
  gateway.handlers['declaration.submit'] = () => ({ state: 'confirming', since: '2026-11-02T12:10:00+08:00' })
  gateway.handlers['declaration.outcome'] = () => ({
    account: AS_PERSON,
    version: 3,
    state: 'confirming',
    since: '2026-11-02T12:10:00+08:00',
  })
  const page = await open()
  await submit(page)
  await page.untilText('正在确认提交结果')
  expect(page.text).toContain('请不要重复提交')
  expect(page.has('.submit')).toBe(false)
  await page.call('onCheckTap')
  expect(phone.visits).toEqual([])
  gateway.handlers['declaration.outcome'] = () => ({
    account: AS_PERSON,
    version: 3,
    state: 'submitted',
    receipt: RECEIPT,
  })
  await page.call('onCheckTap')
  await page.until(() => phone.visits.length > 0, 'the receipt')
  expect(count('declaration.submit')).toBe(1)
})

test('left before the answer to a submit came: nobody goes on asking', async () => {
  let answer = (): void => undefined
  gateway.handlers['declaration.submit'] = () =>
    new Promise((resolve) => {
      answer = () => resolve({ state: 'confirming', since: '2026-11-02T12:10:00+08:00' })
    })
  const page = await open()
  const submitting = submit(page)
  await page.until(() => count('declaration.submit') === 1, 'the submit')
  await page.call('onUnload')
  answer()
  await submitting
  await page.rest(2300)
  expect(count('declaration.outcome')).toBe(0)
})

test('left while confirming and opened again: goes on asking', async () => {
  serve({ ...review, declaration: declaration({ state: 'confirming' }) })
  const page = await open()
  await page.untilText('正在确认提交结果')
  expect(count('declaration.submit')).toBe(0)
})

test('no answer to the submit: never submits again by itself; when nothing was sent, the draft is as it was', async () => {
  gateway.handlers['declaration.submit'] = () => {
    phone.online = false
    return refuse({ code: 'OUTCOME_UNKNOWN', retryable: false })
  }
  const page = await open()
  await submit(page)
  await page.untilText('正在确认提交结果')
  await page.call('onCheckTap')
  await page.untilText('刚才没有问到结果')
  phone.online = true
  gateway.handlers['declaration.outcome'] = () =>
    refuse({ code: 'STATE_CHANGED', message: '这份申报还没有提交', retryable: false })
  await page.call('onCheckTap')
  await page.untilText('这次没有提交成功，您填写的内容都还在')
  await page.until(() => page.has('.submit'), 'the button')
  expect(count('declaration.submit')).toBe(1)
})

test.each(['NETWORK', 'INTERNAL', 'UPSTREAM_UNAVAILABLE', 'OUTCOME_UNKNOWN'] as const)(
  'a submit that ends in %s may have been taken: 结果确认中, asked, never sent again, never called a failure',
  async (code) => {
    gateway.handlers['declaration.submit'] = () => refuse({ code, retryable: true })
    gateway.handlers['declaration.outcome'] = () => ({
      account: AS_PERSON,
      version: 3,
      state: 'submitted',
      receipt: RECEIPT,
    })
    const page = await open()
    // NETWORK is the phone's own word for an answer that did not come.
    if (code === 'NETWORK') gateway.raw = (response) => void response.destroy()
    await submit(page)
    await page.untilText('正在确认提交结果')
    expect(page.has('.submit')).toBe(false)
    gateway.raw = null
    await page.call('onCheckTap')
    await page.until(() => phone.visits.length > 0, 'the receipt')
    expect(lastVisit()?.url).toContain('/receipt/receipt')
    expect(count('declaration.submit')).toBe(1)
  },
)

test.each(['BINDING_EXPIRED', 'NOT_BOUND'] as const)(
  '%s while it is asked: stays 结果确认中 with the way to log in, and asks again when she is back',
  async (code) => {
    serve({ ...review, declaration: declaration({ state: 'confirming' }) })
    gateway.handlers['declaration.outcome'] = () => refuse({ code, retryable: false })
    const page = await open()
    await page.untilText('正在确认提交结果')
    await page.call('onCheckTap')
    await page.untilText('登录以后会接着问')
    expect(page.text).not.toContain('会自动再问')
    await page.find('.confirming-notice').find('.confirming__login').tap('.failure-remedy')
    expect(phone.visits.at(-1)?.url).toContain('/bind/bind')
    expect(count('declaration.review')).toBe(1)
    gateway.handlers['declaration.outcome'] = () => ({
      account: AS_PERSON,
      version: 3,
      state: 'submitted',
      receipt: RECEIPT,
    })
    await page.call('onHide')
    await page.call('onShow')
    await page.until(() => (lastVisit()?.url ?? '').includes('/receipt/receipt'), 'the receipt')
  },
)
