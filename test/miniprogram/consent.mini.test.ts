import { answerConsent } from '../../miniprogram/services/consent-gate'
import { startDeclaration } from '../../miniprogram/services/declarations'
import { failureOf } from '../../miniprogram/services/service-error'
import { agreedToday, CONSENT_FIELD } from '../../miniprogram/shared/domain/consent'
import { refuse, startGateway, type Gateway } from '../support/gateway'
import { phone } from '../support/phone'
import { openPage, plugIn, unplug } from '../support/simulate'

/** Nothing that was filled in leaves the phone before she agreed; then what was interrupted goes on by itself. */

let gateway: Gateway
let consents: boolean
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  consents = false
  gateway.calls.length = 0
  gateway.handlers = {
    'declaration.start': () =>
      consents
        ? { draftId: 'draft-9' }
        : refuse({
            code: 'FORBIDDEN',
            retryable: false,
            message: '需要您同意',
            fields: [{ field: `${CONSENT_FIELD}.sensitive`, message: '' }],
          }),
    'consent.give': () => {
      consents = true
      return { given: [] }
    },
    'consent.list': () => ({
      given: [{ text: 'sensitive', version: '2026-12-01', givenAt: '2026-12-01T10:00:00+08:00' }],
    }),
    'consent.withdraw': () => ({
      given: [
        {
          text: 'sensitive',
          version: '2026-12-01',
          givenAt: '2026-12-01T10:00:00+08:00',
          withdrawnAt: '2026-12-02T09:00:00+08:00',
        },
      ],
    }),
  }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const asked = (action: string) => gateway.calls.filter((call) => call.action === action).length

/** A draft is begun; resolves once the question is on the screen. */
async function begin() {
  const begun = startDeclaration('SX-NURSE', [], 'start-key-1')
  const outcome = begun.catch((error: unknown) => failureOf(error))
  await eventually(() => phone.visits.length > 0)
  expect(phone.visits).toMatchObject([
    { verb: 'navigateTo', url: '/packages/account/pages/consent/consent?texts=sensitive' },
  ])
  return outcome
}
async function eventually(holds: () => boolean): Promise<void> {
  for (let n = 0; n < 100 && !holds(); n += 1) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(holds()).toBe(true)
}

test('the question comes before the first data; who agrees goes on by herself', async () => {
  const begun = begin()
  await eventually(() => phone.visits.length > 0)
  consents = true
  answerConsent(true)
  expect(await begun).toEqual({ draftId: 'draft-9' })
  expect(asked('declaration.start')).toBe(2)
})

test('who does not agree sends nothing more, and is told what is possible', async () => {
  const begun = begin()
  await eventually(() => phone.visits.length > 0)
  answerConsent(false)
  expect(await begun).toMatchObject({ code: 'FORBIDDEN', outcome: 'refused', title: '需要您同意' })
  expect(asked('declaration.start')).toBe(1)
})

test('several that wait are asked once', async () => {
  const both = [startDeclaration('SX-NURSE', [], 'start-key-1'), startDeclaration('SX-NURSE', [], 'start-key-2')]
  await eventually(() => asked('declaration.start') === 2 && phone.visits.length > 0)
  consents = true
  answerConsent(true)
  expect(await Promise.all(both)).toHaveLength(2)
  expect(phone.visits).toHaveLength(1)
})

test('the page says what for, how it is kept and until when; agreeing is written down, going back is not', async () => {
  const question = await openPage('packages/account/pages/consent/consent')
  for (const text of ['单独同意', '会用到', '用来做什么', '存到什么时候']) expect(question.text).toContain(text)
  await question.tap('.no')
  expect(asked('consent.give')).toBe(0)
  await question.tap('.yes')
  await question.until(() => asked('consent.give') === 1, 'the consent')
  expect(gateway.calls.at(-1)?.input).toEqual({ agreed: agreedToday('sensitive') })
})

test('new texts of the login are asked for by themselves', async () => {
  const question = await openPage('packages/account/pages/consent/consent', { texts: 'privacy,agreement' })
  expect(question.text).toContain('说明更新了')
  expect(question.text).not.toContain('敏感个人信息')
  await question.tap('.yes')
  await question.until(() => asked('consent.give') === 1, 'the consent')
  expect(gateway.calls.at(-1)?.input).toEqual({ agreed: agreedToday('privacy', 'agreement') })
})

test('the text says when it was agreed to, and is taken back there', async () => {
  phone.agrees = true
  const page = await openPage('packages/account/pages/policy/policy', { text: 'sensitive' })
  await page.untilText('您在 2026年12月1日 10:00 同意了')
  await page.tap('.withdraw')
  await page.untilText('撤回了同意')
  expect(page.has('.withdraw')).toBe(false)
  expect(phone.modals.at(-1)?.content).toContain('已经提交的照常办')
})

test('each text can be read without a network', async () => {
  phone.online = false
  for (const [text, words] of [
    ['privacy', '谁在处理'],
    ['agreement', '请您做到'],
    ['sensitive', '不同意会怎样'],
  ] as const) {
    const page = await openPage('packages/account/pages/policy/policy', { text })
    await page.untilText(words)
  }
})
