import type { Correction } from '../../../../miniprogram/shared/domain/supplement'
import { type Gateway, startGateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON } from '../../fixtures'
import { FORM_ID, withAnswers } from './declaration-fixture'
import { untilOpen } from './form-page'

/** The form page of a supplement: what the office named, and the whole form behind it. */

let gateway: Gateway
let server: Correction
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  const { version, savedAt, forms, facts, calendar, today } = withAnswers({
    mobile: '13000000102',
    reg_type: 'first',
    years: 3,
    sign: ['att-1'],
  })
  const [form] = forms
  server = {
    kind: 'correction',
    supplementId: 'sup-1',
    name: '申请审核表',
    state: 'open',
    version,
    savedAt,
    forms,
    facts,
    calendar,
    today,
    reasons: { [FORM_ID]: '联系电话打不通，请核对' },
    before: { [FORM_ID]: { ...form?.answers, mobile: '13000000101' } },
    fileCounts: {},
  }
  gateway.handlers = { 'supplement.openForm': () => ({ account: AS_PERSON, correction: server }) }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const open = async (more: Record<string, string> = {}): Promise<Screen> => {
  const query = { draftId: 'sup-1', caseNo: 'GX1', materialId: FORM_ID, ...more }
  const page = await openPage('packages/declare/pages/form/form', query)
  await untilOpen(page)
  return page
}
const fields = (page: Screen): string[] =>
  (page.node.data['fields'] as { field: { id: string } }[]).map(({ field }) => field.id)

test('only the fields that the office named are shown, with its words and what was submitted, masked', async () => {
  const page = await open({ fieldId: 'mobile' })
  expect(page.find('.form-head').text).toBe('只改窗口说的 1 项已保存')
  expect(page.text).toContain('联系电话打不通，请核对')
  expect(fields(page)).toEqual(['mobile'])
  expect(page.text).toContain('原来填的是 130******01')
  expect(page.text).not.toContain('13000000101')
  await page.until(() => JSON.stringify(page.node.data['fields']).includes('"focus":true'), 'the keyboard')
})

test('the whole form is one tap away, at the same step; the way back stays', async () => {
  const page = await open({ fieldId: 'years' })
  await page.call('onWholeTap')
  expect(page.find('.form-head').text).toContain('2/2')
  expect(fields(page)).toEqual(['years', 'sign'])
  expect(page.find('.bottom').text).toBe('改好了，回到补正')
  await page.call('onStepsTap')
  expect(page.text).toContain('这张表的 2 步')
  await page.call('onStepPick', { currentTarget: { dataset: { index: 0 } } })
  expect(page.find('.form-head').text).toContain('1/2')
})

test('nothing is named: the whole form opens', async () => {
  const page = await open()
  expect(fields(page)).toEqual(['name', 'mobile', 'reg_type'])
  expect(page.find('.bottom').text).toBe('改好了，回到补正')
})

test('改好了 with a fault lists it first; one may go back all the same', async () => {
  const page = await open({ fieldId: 'mobile' })
  await page.call('onFieldChange', { detail: { fieldId: 'mobile', value: null } })
  gateway.handlers['supplement.saveForm'] = ({ baseVersion }) => ({ version: baseVersion + 1, savedAt: '' })
  await page.tap('.bottom__next')
  expect(page.text).toContain('这一步有 1 处要填')
  expect(phone.visits).toEqual([])
  await page.call('onSkipTap')
  await page.until(() => phone.visits.length > 0, 'the supplement')
  expect(phone.visits.at(-1)?.url).toContain('/packages/declare/pages/supplement/supplement?caseNo=GX1')
})
