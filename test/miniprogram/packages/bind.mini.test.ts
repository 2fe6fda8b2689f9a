import { agreedToday } from '../../../miniprogram/shared/domain/consent'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import type { Screen } from '../../support/screen'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
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
    input: {
      subjectType: 'person',
      account: ' fictional-person ',
      password: 'Invented-1',
      agreed: agreedToday('privacy', 'agreement'),
    },
  })
  expect(phone.toasts).toEqual(['已绑定，当前是个人身份'])
  expect(page.node.data['password']).toBe('')
})

test('the consent to sensitive data is a tick of its own, given only when it was ticked', async () => {
  const page = await openBind()
  await fill(page)
  await page.tap('.agree-sensitive')
  await page.tap('.submit')
  await page.until(() => phone.visits.length > 0, 'the way back')
  expect(gateway.calls[0]?.input).toMatchObject({ agreed: agreedToday('privacy', 'agreement', 'sensitive') })
})

test('each text can be read before', async () => {
  const page = await openBind()
  for (const text of page.all('.text')) await text.tap()
  expect(phone.visits.map(({ url }) => url.split('?')[1])).toEqual(['text=privacy', 'text=agreement', 'text=sensitive'])
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
  expect(page.all('.error').map(({ text }) => text)).toEqual(['请填写一网通账号', '请填写密码'])
  // Beside the button: in large letters the tick's own place lies behind the bar.
  expect(page.find('.held').text).toBe('请先勾选“我同意…”，再登录')
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

describe('a locked account', () => {
  const lockedFor = async (ms: number): Promise<Screen> => {
    gateway.handlers = {
      ...gateway.handlers,
      'account.bind': () => refuse({ code: 'ACCOUNT_LOCKED', retryable: false, until: toBeijingTime(Date.now() + ms) }),
    }
    const page = await openBind()
    await fill(page)
    await page.tap('.submit')
    return page
  }

  test('until when, and what can be done meanwhile; another account starts from an empty form', async () => {
    const page = await lockedFor(9.5 * 60_000)
    await page.untilText('账号锁定到 ')
    const locked = page.find('.login-locked')
    expect(locked.text).toContain('约 10 分钟后可以再试')
    expect(page.has('.submit')).toBe(false)
    expect(page.has('.login-help')).toBe(false)
    await locked.tap('.matters')
    expect(phone.visits.at(-1)).toEqual({ verb: 'switchTab', url: '/pages/matters/matters' })
    await locked.tap('.forgot')
    await page.untilText('忘了密码：到天津网上办事大厅的登录页找回')
    expect(page.find('.another').node.data['theme']).toBe('default')
    await page.tap('.another')
    expect(page.node.data).toMatchObject({ account: '', password: '', helpOpen: false })
    expect(page.has('.submit')).toBe(true)
  })

  test('when its time is over it says so, and the account is still there', async () => {
    const page = await lockedFor(50_000)
    await page.untilText('不到 1 分钟后可以再试')
    const later = Date.now() + 60_000
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later)
    await page.find('.login-locked').call('look')
    clock.mockRestore()
    await page.untilText('现在可以登录了')
    expect(page.find('.another').node.data['theme']).toBe('primary')
    await page.tap('.another')
    expect(page.node.data).toMatchObject({ account: ' fictional-person ' })
  })

  test('of a lock that is over by this phone’s clock the day is said above the form', async () => {
    const page = await lockedFor(-60_000)
    await page.untilText('账号已被暂时锁定，')
    expect(page.find('.refused').text).toContain('解锁')
    expect(page.has('.submit')).toBe(true)
  })
})

test('who is held back reads until when, also by the button, and nothing of a wrong password', async () => {
  const message = '为保护账号，现在先不登录，请在 今天 23:59 之后再试。着急办理，请打窗口电话 022-00000000'
  gateway.handlers = {
    'account.bind': () =>
      refuse({ code: 'RATE_LIMITED', retryable: false, message, until: `${toBeijingDate(Date.now())}T23:59:00+08:00` }),
  }
  const page = await openBind()
  await fill(page)
  await page.tap('.submit')
  await page.untilText(message)
  expect(page.find('.held').text).toBe('今天 23:59 之后可以再登录')
  expect(page.text).not.toContain('密码不正确')
  expect(page.has('.error')).toBe(false)
  expect(gateway.calls.filter(({ action }) => action === 'account.bind')).toHaveLength(1)
  await page.type('.password-input', 'Invented-2')
  await page.tap('.submit')
  await page.untilText(message)
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

describe('without an account or a password', () => {
  const PHONE = '022-00000000'
  beforeEach(() => {
    gateway.handlers = { ...gateway.handlers, 'matter.recommend': () => ({ matters: [], more: false, phone: PHONE }) }
  })

  test('before the first try: what to do, where, and whom to call', async () => {
    const page = await openBind()
    expect(gateway.calls).toHaveLength(0)
    await page.tap('.help-link')
    await page.untilText(PHONE)
    expect(page.text).toContain('没有账号：到天津网上办事大厅注册')
    expect(page.text).toContain('忘了密码：到天津网上办事大厅的登录页找回')
    expect(page.text).toContain('连续输错 5 次，账号会锁定 30 分钟')
    await page.find('.login-help').tap('.phone')
    expect(phone.called).toEqual([PHONE])
  })

  test.each([
    ['LOGIN_FAILED', '账号或密码不正确'],
    ['ACCOUNT_LOCKED', '账号已被暂时锁定'],
    ['RATE_LIMITED', '操作太频繁'],
  ] as const)('after %s it opens by itself', async (code, title) => {
    gateway.handlers = { ...gateway.handlers, 'account.bind': () => refuse({ code, retryable: false }) }
    const page = await openBind()
    await fill(page)
    expect(page.text).not.toContain('没有账号：')
    await page.tap('.submit')
    await page.untilText(title)
    await page.untilText(PHONE)
    expect(page.text).toContain('忘了密码：')
  })

  test('when the number cannot be read, the window is named without it', async () => {
    gateway.handlers = {
      ...gateway.handlers,
      'matter.recommend': () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true }),
    }
    const page = await openBind()
    await page.tap('.help-link')
    await page.untilText('请到政务服务大厅的窗口')
    expect(page.find('.login-help').has('.phone')).toBe(false)
  })
})

test('an account of nothing but marks that nobody sees is missing', async () => {
  const page = await openBind()
  await fill(page)
  await page.type('.account-input', '\u202d \u200b')
  await page.tap('.submit')
  expect(page.find('.error').text).toBe('请填写一网通账号')
  expect(gateway.calls.filter(({ action }) => action === 'account.bind')).toEqual([])
})
