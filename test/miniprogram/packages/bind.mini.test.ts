import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import type { Screen } from '../../support/screen'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_PERSON } from '../fixtures'

let gateway: Gateway

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.handlers = { 'account.bind': () => AS_PERSON }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const openBind = (query = {}) => openPage('packages/account/pages/bind/bind', query)

async function fill(page: Screen): Promise<void> {
  await page.type('.account-input', ' fictional-person ')
  await page.type('.password-input', 'Invented-1')
  await page.tap('.agree')
}

test('binds a person and goes back', async () => {
  const page = await openBind()
  await fill(page)
  await page.tap('.submit')
  await page.until(() => phone.visits.length > 0, 'the way back')
  expect(gateway.calls[0]).toMatchObject({
    action: 'account.bind',
    input: { subjectType: 'person', account: 'fictional-person', password: 'Invented-1' },
  })
  expect(phone.toasts).toEqual(['已绑定，当前是个人身份'])
  expect(page.node.data['password']).toBe('')
})

test('binds an enterprise when it was asked for', async () => {
  const page = await openBind({ subjectType: 'enterprise' })
  await fill(page)
  await page.tap('.submit')
  await page.until(() => phone.visits.length > 0, 'the way back')
  expect(gateway.calls[0]?.input).toMatchObject({ subjectType: 'enterprise' })
})

test('says beside each input what is missing, and sends nothing', async () => {
  const page = await openBind()
  await page.tap('.submit')
  expect(page.all('.error').map(({ text }) => text)).toEqual([
    '请填写一网通账号',
    '请填写密码',
    '请先阅读并同意授权说明',
  ])
  expect(gateway.calls).toHaveLength(0)
})

test('a wrong password stands beside the password with the tries that remain; only the password is lost', async () => {
  gateway.handlers = {
    'account.bind': () =>
      refuse({
        code: 'LOGIN_FAILED',
        retryable: false,
        fields: [{ field: 'password', message: '还可以再试 3 次' }],
      }),
  }
  const page = await openBind()
  await fill(page)
  await page.tap('.submit')
  await page.untilText('账号或密码不正确')
  expect(page.find('.error').text).toBe('账号或密码不正确。还可以再试 3 次。请核对后再试。')
  expect(page.node.data).toMatchObject({ account: ' fictional-person ', password: '', agreed: true })
  expect(phone.visits).toEqual([])
})

test('a locked account says until when', async () => {
  gateway.handlers = {
    'account.bind': () => refuse({ code: 'ACCOUNT_LOCKED', retryable: false, until: '2026-11-02T10:52:18+08:00' }),
  }
  const page = await openBind()
  await fill(page)
  await page.tap('.submit')
  await page.untilText('2026年11月2日 10:52 解锁')
  expect(page.text).toContain('账号已被暂时锁定')
})

test('without a network the account stays, and the page can be sent again', async () => {
  const page = await openBind()
  await fill(page)
  phone.online = false
  await page.tap('.submit')
  await page.untilText('网络没有连上')
  expect(page.node.data).toMatchObject({ account: ' fictional-person ', busy: false })
})

test('two quick taps make one call', async () => {
  const page = await openBind()
  await fill(page)
  await Promise.all([page.tap('.submit'), page.tap('.submit')])
  await page.until(() => phone.visits.length > 0, 'the way back')
  expect(gateway.calls).toHaveLength(1)
})

test('explains what happens with the information', async () => {
  const page = await openBind()
  expect(page.text).toContain('密码只用于这一次登录')
})
