import { phone } from '../../support/phone'
import { AS_BOTH, AS_ENTERPRISE, DRAFT, GUIDE, MATTER_PAGE, NOBODY, PERSON } from '../fixtures'
import { gateway, openGuide, prepareGuide } from './guide-page'

prepareGuide()

test('starts with the situation questions', async () => {
  const page = await openGuide()
  await page.untilText('开始办理')
  await page.tap('.offer')
  expect(phone.visits).toEqual([
    { verb: 'navigateTo', url: '/packages/matter/pages/situation/situation?matterId=SX-NURSE' },
  ])
})

test('without a binding: binds the kind of account that the matter needs', async () => {
  gateway.handlers = { 'matter.open': () => ({ ...MATTER_PAGE, account: NOBODY }) }
  const page = await openGuide()
  await page.untilText('绑定账号后办理')
  await page.tap('.offer')
  expect(phone.visits[0]?.url).toBe('/packages/account/pages/bind/bind?subjectType=person')
})

test('under the wrong identity: explains it and switches', async () => {
  gateway.handlers = {
    'matter.open': () => ({ ...MATTER_PAGE, account: AS_ENTERPRISE }),
    'account.switch': () => AS_BOTH,
  }
  const page = await openGuide()
  await page.untilText('这个事项要用个人身份办理，您现在是企业身份')
  gateway.handlers['matter.open'] = () => ({ ...MATTER_PAGE, account: AS_BOTH })
  await page.tap('.offer')
  await page.untilText('开始办理')
  expect(gateway.calls.map(({ action }) => action)).toEqual(['matter.open', 'account.switch', 'matter.open'])
})

test('with an expired login: logs in again', async () => {
  const account = { active: 'person' as const, identities: [{ ...PERSON, expired: true }] }
  gateway.handlers = { 'matter.open': () => ({ ...MATTER_PAGE, account }) }
  const page = await openGuide()
  await page.untilText('请重新登录后办理')
  await page.tap('.offer')
  expect(phone.visits[0]?.url).toBe('/packages/account/pages/bind/bind?subjectType=person')
})

test('a matter that cannot be filed here points to the window', async () => {
  gateway.handlers = { 'matter.open': () => ({ ...MATTER_PAGE, guide: { ...GUIDE, fileable: false } }) }
  const page = await openGuide()
  await page.untilText('到窗口办理：高新区政务服务大厅 3 号窗口，电话 13000000109')
  expect(page.has('.offer')).toBe(false)
})

test('goes on with the draft that was saved last; another situation can be begun beside it', async () => {
  const older = { ...DRAFT, draftId: 'draft-0', savedAt: '2026-11-01T08:00:00+08:00' }
  gateway.handlers = { 'matter.open': () => ({ ...MATTER_PAGE, drafts: [older, DRAFT] }) }
  const page = await openGuide()
  await page.untilText('继续最近的草稿')
  await page.tap('.offer')
  await page.tap('.another')
  expect(phone.visits.map(({ url }) => url)).toEqual([
    '/packages/declare/pages/steps/steps?draftId=draft-1',
    '/packages/matter/pages/situation/situation?matterId=SX-NURSE',
  ])
})

test('of several drafts each is told by its situation, and the button says which it means', async () => {
  const other = { ...DRAFT, draftId: 'draft-2', situationText: '延续注册' }
  gateway.handlers = { 'matter.open': () => ({ ...MATTER_PAGE, drafts: [DRAFT, other] }) }
  const page = await openGuide()
  await page.untilText('没提交的草稿')
  expect(page.all('.draft').map((card) => card.find('.name').text)).toEqual([DRAFT.situationText, '延续注册'])
  expect(page.text).toContain('继续最近的草稿')
})

test('offers the open draft; starting over deletes it only after a question', async () => {
  gateway.handlers = {
    'matter.open': () => ({ ...MATTER_PAGE, drafts: [DRAFT] }),
    'declaration.discard': () => ({}),
  }
  const page = await openGuide()
  await page.untilText('没提交的草稿')
  expect(page.text).toContain('继续')
  phone.agrees = false
  await page.tap('.restart')
  expect(phone.modals[0]?.content).toContain(`“${DRAFT.situationText}”这份草稿会被删除`)
  expect(gateway.calls.map(({ action }) => action)).toEqual(['matter.open'])
  phone.storage.set('encrypted:draft.draft-1', { baseVersion: 1, changes: {}, keptAt: 0 })
  phone.agrees = true
  await page.tap('.restart')
  await page.until(() => phone.visits.length > 0, 'the questions')
  expect(phone.storage.has('encrypted:draft.draft-1')).toBe(false)
  expect(gateway.calls[1]).toMatchObject({ action: 'declaration.discard', input: { draftId: 'draft-1' } })
})
