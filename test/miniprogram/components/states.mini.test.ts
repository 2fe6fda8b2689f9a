import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReplyError } from '../../../miniprogram/shared/contract/reply'
import type * as SeenAccount from '../../../miniprogram/services/seen-account'
import { toFailure } from '../../../miniprogram/services/service-error'
import { startGateway } from '../../support/gateway'
import { isShape } from '../../../miniprogram/components/page-skeleton/page-shapes'
import { LOADING, READY } from '../../../miniprogram/behaviors/page-status'
import type { AccountView } from '../../../miniprogram/shared/domain/account'
import { phone } from '../../support/phone'
import { plugIn, renderComponent, unplug } from '../../support/simulate'
import { AS_BOTH, AS_ENTERPRISE, ENTERPRISE } from '../fixtures'

beforeEach(() => plugIn())
afterEach(unplug)

/** What an answer of before showed; asked for after plugIn, which starts every module anew. */
const noteSeen = (account: AccountView): void =>
  jest.requireActual<typeof SeenAccount>('../../../miniprogram/services/seen-account').noteAccount({ account })

const render = (name: string, properties: object) => renderComponent(`components/${name}/${name}`, properties)

describe('failure-notice', () => {
  const notice = (error: ReplyError) => render('failure-notice', { error, subject: '办件数量' })

  test('says what happened and what to do, and offers a retry', async () => {
    const shown = notice({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
    await shown.rest()
    expect(shown.text).toContain('办件数量没有取到：一网通暂时没有响应')
    expect(shown.text).toContain('请稍后重试')
    const retries = shown.listen('retry')
    await shown.tap('.failure-retry')
    expect(retries).toHaveLength(1)
  })

  test.each([
    ['NOT_BOUND', '去绑定账号', '/packages/account/pages/bind/bind'],
    ['BINDING_EXPIRED', '重新登录', '/packages/account/pages/bind/bind'],
    ['FORBIDDEN', '去切换身份', '/pages/account/account'],
  ] as const)('%s leads to what helps', async (code, label, url) => {
    const shown = notice({ code, retryable: false })
    await shown.rest()
    expect(shown.text).toContain(label)
    await shown.tap('.failure-remedy')
    expect(phone.visits[0]?.url).toBe(url)
  })

  test.each(['FORBIDDEN', 'NOT_FOUND'] as const)(
    '%s may be a matter of the other identity: it is named, and switched to here',
    async (code) => {
      const gateway = await startGateway({ 'account.switch': () => AS_ENTERPRISE })
      plugIn({ gateway: gateway.url })
      noteSeen(AS_BOTH)
      const shown = notice({ code, retryable: false })
      await shown.rest()
      expect(shown.text).toContain(`这件可能属于企业“${ENTERPRISE.displayName}”，切换后再看`)
      expect(shown.has('.failure-remedy')).toBe(false)
      const retries = shown.listen('retry')
      await shown.tap('.failure-switch')
      await shown.until(() => retries.length > 0, 'a retry')
      expect(gateway.calls.map(({ action, input }) => [action, input])).toEqual([
        ['account.switch', { subjectType: 'enterprise' }],
      ])
      await gateway.close()
    },
  )

  test('from every failure somebody can be called: the window, or the hotline until its number was seen', async () => {
    const before = notice({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
    await before.rest()
    expect(before.text).toContain('打热线 12345 问')
    await before.find('.failure-call').tap('.call')
    expect(phone.called.splice(0)).toEqual(['12345'])
    phone.storage.set('window.phone', '022-00000001')
    const shown = notice({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
    await shown.rest()
    await shown.find('.failure-call').tap('.call')
    expect(phone.called).toEqual(['022-00000001'])
    expect(shown.text).not.toContain('热线')
  })

  test('what is safe is said where nobody answered, and not of what the server says is not there', async () => {
    const kept = '已经保存的内容都还在。'
    const silent = render('failure-notice', { failure: toFailure({ code: 'NETWORK', retryable: true }), kept })
    await silent.rest()
    expect(silent.text).toContain(kept)
    const failure = toFailure({ code: 'NOT_FOUND', retryable: false }, '', 'refused')
    const gone = render('failure-notice', { failure, kept })
    await gone.rest()
    expect(gone.text).not.toContain(kept)
  })

  test('when no account is bound nothing has failed: no retry, no number, only the way to bind', async () => {
    const shown = notice({ code: 'NOT_BOUND', retryable: false, requestId: 'test-0001' })
    await shown.rest()
    expect(shown.text).toContain('去绑定账号')
    expect(shown.text).not.toMatch(/没有取到|编号/)
    expect(shown.has('.failure-retry')).toBe(false)
  })

  test('the raw upstream text is one tap away', async () => {
    const shown = notice({
      code: 'UPSTREAM_REJECTED',
      retryable: false,
      upstream: { code: '3003', message: '状态不允许' },
    })
    await shown.rest()
    expect(shown.text).not.toContain('状态不允许')
    await shown.tap('.link')
    expect(shown.text).toContain('3003 状态不允许')
  })

  test('a locked account says until when', async () => {
    const shown = notice({ code: 'ACCOUNT_LOCKED', retryable: false, until: '2026-11-02T10:52:18+08:00' })
    await shown.rest()
    expect(shown.text).toContain('解锁时间：2026年11月2日 10:52')
  })
})

describe('page-state', () => {
  test('empty leads on', async () => {
    const state = render('page-state', {
      status: { phase: 'ready', failure: null },
      empty: true,
      emptyTitle: '没有草稿',
      emptyText: '从事项开始',
      emptyAction: '看事项',
    })
    await state.rest()
    expect(state.text).toBe('没有草稿从事项开始看事项')
    const acts = state.listen('act')
    await state.tap('.empty-action')
    expect(acts).toHaveLength(1)
  })

  test('loading is not empty', async () => {
    const state = render('page-state', {
      status: { phase: 'loading', failure: null },
      empty: true,
      emptyTitle: '没有草稿',
    })
    await state.rest()
    expect(state.text).toBe('')
    expect(state.has('.outline')).toBe(true)
  })

  test.each([
    ['NETWORK', 'not-sent', 1],
    ['UPSTREAM_UNAVAILABLE', 'not-sent', 1],
    ['OUTCOME_UNKNOWN', 'unknown', 1],
    ['NOT_FOUND', 'refused', 0],
  ] as const)('when the network is back, %s (%s) asks again %s times by itself', async (code, outcome, times) => {
    const failure = toFailure({ code, retryable: true }, '', outcome)
    const state = render('page-state', { status: { phase: 'failed', failure } })
    await state.rest()
    const retries = state.listen('retry')
    for (const listener of phone.networkListeners) listener({ isConnected: true, networkType: 'wifi' })
    expect(retries).toHaveLength(times)
  })
})

describe('page-state while it loads', () => {
  afterEach(() => jest.useRealTimers())

  test('says after 3 s that it takes longer, and after 8 s whom to call', () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'Date'] })
    phone.storage.set('window.phone', '022-00000001')
    const state = render('page-state', { status: LOADING })
    jest.advanceTimersByTime(2_900)
    expect(state.text).toBe('')
    expect(state.has('.outline')).toBe(true)
    jest.advanceTimersByTime(200)
    expect(state.text).toContain('比平时久一些')
    expect(state.text).not.toContain('022-00000001')
    jest.advanceTimersByTime(5_000)
    expect(state.text).toContain('比平时久很多')
    expect(state.text).toContain('022-00000001')
    state.node.setData({ status: READY })
    jest.advanceTimersByTime(10_000)
    expect(state.text).not.toContain('比平时')
  })
})

describe('page-skeleton', () => {
  const drawn = (shape: string) => {
    const skeleton = render('page-skeleton', { shape })
    return [skeleton.all('.skeleton').length, skeleton.all('.part-row').length, skeleton.all('.part-button').length]
  }

  test('draws the outline of a page, card by card; an unknown one is a card', () => {
    expect(drawn('turn')).toEqual([2, 3, 1])
    expect(drawn('ways')).toEqual([1, 5, 0])
    for (const shape of ['nothing', 'card']) expect(drawn(shape)).toEqual([1, 0, 0])
  })

  test('every page says which outline it has', () => {
    const files = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' })
    const pages = files
      .filter((path) => /^(pages|packages)\b.*\.wxml$/.test(path))
      .map((path) => readFileSync(join('miniprogram', path), 'utf8'))
    const states = pages.flatMap((text) => text.match(/<page-state\s[^>]*>/g) ?? [])
    const shapes = states.map((tag) => /shape="(\w+)"/.exec(tag)?.[1] ?? '')
    expect(shapes.length).toBeGreaterThan(20)
    for (const shape of shapes) expect(isShape(shape)).toBe(true)
  })
})
