import type {
  OfferView,
  PrefillView,
} from '../../../../miniprogram/packages/declare/components/prefill-offer/prefill-view'
import type { Declaration } from '../../../../miniprogram/shared/domain/declaration'
import { refuse, startGateway, type Gateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON } from '../../fixtures'
import { declaration, FORM_ID } from './declaration-fixture'
import { untilOpen, untilSaved } from './form-page'

const PATH = 'packages/declare/pages/form/form'

let gateway: Gateway
let server: Declaration
const opened: Screen[] = []

/** A draft whose name, mobile and former employer are offered; the last is not shown yet. */
function offering(more: Partial<Declaration> = {}): Declaration {
  const base = declaration(more)
  const previous = { source: 'previous', asOf: '2026-08-17' } as const
  const offers = {
    name: { source: 'account', value: '欧阳晴川' },
    mobile: { source: 'account', value: '13000000101' },
    old_org: { ...previous, value: '河北虚构医院' },
  } as const
  const answers = { name: null, mobile: null, reg_type: null, old_org: null, years: null, sign: null }
  return { ...base, forms: base.forms.map((form) => ({ ...form, answers, origins: {}, offers })) }
}

/** The same with a mobile number that was saved. */
const withMobile = (mobile: string, version: number): Declaration => {
  const base = offering({ version })
  return { ...base, forms: base.forms.map((form) => ({ ...form, answers: { ...form.answers, mobile } })) }
}

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  server = offering()
  gateway.calls.length = 0
  gateway.handlers = {
    'declaration.open': () => ({ account: AS_PERSON, declaration: server }),
    'declaration.save': ({ baseVersion }) => ({ version: baseVersion + 1, savedAt: '2026-11-02T12:05:00+08:00' }),
  }
  plugIn({ gateway: gateway.url })
})
afterEach(async () => {
  // What is left to save is saved now, not during the next test.
  for (const page of opened.splice(0)) await page.call('onHide')
  unplug()
})

const open = async (): Promise<Screen> => {
  const page = await openPage(PATH, { draftId: 'draft-1' })
  opened.push(page)
  await untilOpen(page)
  return page
}
const type = (page: Screen, fieldId: string, value: unknown) =>
  page.call('onFieldChange', { detail: { fieldId, value } })

/** Values that the page shows. */
const values = (page: Screen): Record<string, unknown> =>
  Object.fromEntries(
    (page.node.data['fields'] as { field: { id: string }; value: unknown }[]).map((it) => [it.field.id, it.value]),
  )
const offers = (page: Screen): readonly OfferView[] => (page.node.data['prefill'] as PrefillView).offers
const saved = () => gateway.calls.filter(({ action }) => action === 'declaration.save').map(({ input }) => input)

test('nothing is filled in by itself; one tap fills in all that is offered, one brings back what was there', async () => {
  const page = await open()
  expect(values(page)).toMatchObject({ name: null, mobile: null })
  expect(page.text).toContain('能帮您填 2 项')
  expect(page.text).toContain('能帮您填 2 项（一网通账号）')
  expect(offers(page)).toMatchObject([
    { label: '姓名', masked: '欧阳晴川', source: '来自您的一网通账号' },
    { label: '手机号码', masked: '130******01', text: '13000000101' },
  ])
  expect(page.text).not.toContain('13000000101')
  expect(page.text).toContain('还需 3 项')

  await page.call('onOffersTake')
  expect(values(page)).toMatchObject({ name: '欧阳晴川', mobile: '13000000101' })
  expect(page.text).toContain('已填入 2 项，请核对')
  expect(page.text).toContain('还需 1 项')
  expect(page.text).toContain('来自您的一网通账号，请核对')
  expect(page.text).not.toContain('能帮您填')

  await page.call('onOffersUndo')
  expect(values(page)).toMatchObject({ name: null, mobile: null })
  expect(page.text).toContain('能帮您填 2 项')
  expect(page.text).not.toContain('已填入')
})

test('what was filled in is told on its own step only', async () => {
  const page = await open()
  await page.call('onOffersTake')
  expect(page.text).toContain('已填入 2 项')
  await page.call('onSkipTap')
  expect(page.text).toContain('学历')
  expect(page.text).not.toContain('已填入')
  // Nor can it be taken back where it is not seen.
  await page.call('onOffersUndo')
  await page.call('onBackTap')
  expect(page.text).toContain('已填入 2 项')
  expect(values(page)).toMatchObject({ name: '欧阳晴川', mobile: '13000000101' })
})

test('what was typed is neither overwritten nor taken back', async () => {
  const page = await open()
  await type(page, 'mobile', '13000000109')
  await page.call('onOffersTake')
  expect(values(page)).toMatchObject({ name: '欧阳晴川', mobile: '13000000109' })
  expect(page.text).toContain('已填入 1 项')
  await type(page, 'name', '欧阳')
  await page.call('onFieldBlur', { detail: { fieldId: 'name' } })
  expect(page.text).not.toContain('已填入')
  await page.call('onOffersUndo')
  expect(values(page)).toMatchObject({ name: '欧阳', mobile: '13000000109' })
})

test('a single value can be taken, and is saved like anything else', async () => {
  const page = await open()
  await page.call('onOfferTake', { detail: { key: `${FORM_ID}.mobile` } })
  expect(values(page)).toMatchObject({ name: null, mobile: '13000000101' })
  expect(page.text).toContain('能帮您填 1 项')
  await page.call('onSaveTap')
  await untilSaved(page, '12:05')
  expect(saved()).toEqual([
    { draftId: 'draft-1', baseVersion: 3, forms: [{ materialId: FORM_ID, answers: { mobile: '13000000101' } }] },
  ])
  expect(page.text).toContain('来自您的一网通账号，请核对')
  expect([...phone.storage.keys()].filter((key) => key.includes('encrypted:draft.'))).toEqual([])
})

test('a field that comes into sight brings its offer with it, with the day of the filing', async () => {
  const page = await open()
  await page.call('onOffersTake')
  await type(page, 'reg_type', 'change')
  expect(page.text).toContain('能帮您填 1 项')
  expect(offers(page)).toMatchObject([{ masked: '河北虚构医院', source: '来自您2026年8月17日填写的同一份表' }])
  await page.call('onOffersTake')
  expect(values(page)).toMatchObject({ old_org: '河北虚构医院' })
  expect(page.text).toContain('已填入 3 项')
})

describe('a source that did not answer', () => {
  test('is told, holds nothing up, and is asked again by a tap', async () => {
    server = { ...declaration(), missingSources: ['credit'] }
    const page = await open()
    expect(page.text).toContain('企业信用信息暂时没有取到。不影响申报：可以自己填写，也可以重试。')
    gateway.handlers['declaration.offers'] = () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
    await page.call('onOffersRetry')
    expect(page.text).toContain('一网通暂时没有响应')
    expect(page.text).toContain('编号')

    gateway.handlers['declaration.offers'] = () => ({ account: AS_PERSON, declaration: withMobile('13000000109', 4) })
    await type(page, 'mobile', '13000000109')
    await page.call('onOffersRetry')
    expect(page.text).toContain('能帮您填 1 项')
    expect(page.text).not.toContain('暂时没有取到')
    expect(saved()).toMatchObject([{ forms: [{ answers: { mobile: '13000000109' } }] }])
  })

  test('an answer that is older than what was saved meanwhile does not take the page back', async () => {
    server = { ...declaration(), missingSources: ['credit'] }
    const page = await open()
    gateway.handlers['declaration.offers'] = async () => {
      await type(page, 'mobile', '13000000109')
      await page.call('onSaveTap')
      server = withMobile('13000000109', 4)
      return { account: AS_PERSON, declaration: offering({ version: 3 }) }
    }
    await page.call('onOffersRetry')
    expect(values(page)).toMatchObject({ mobile: '13000000109' })
    expect(page.text).not.toContain('有两份不同的内容')
    expect(page.text).toContain('能帮您填 1 项')
  })
})
