import { notePlace } from '../../../../miniprogram/services/draft-place'
import type { Attachment } from '../../../../miniprogram/shared/domain/attachment'
import type { Declaration } from '../../../../miniprogram/shared/domain/declaration'
import { type Gateway, startGateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, openVisited, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON, PHOTO } from '../../fixtures'
import { declaration, FORM_ID, withAnswers } from './declaration-fixture'

const PATH = 'packages/declare/pages/steps/steps'

let gateway: Gateway
let server: Declaration
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  server = declaration()
  gateway.calls.length = 0
  gateway.handlers = { 'declaration.open': () => ({ account: AS_PERSON, declaration: server }) }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const open = async (): Promise<Screen> => {
  const page = await openPage(PATH, { draftId: 'draft-1' })
  await page.untilText('填好')
  return page
}

const rows = (page: Screen): string[] =>
  ['.step', '.files', '.review'].flatMap((kind) => page.all(kind).map(({ text }) => text))

const delivered: Attachment = {
  attachmentId: 'att-2',
  materialId: PHOTO.materialId,
  fileName: '照片.jpg',
  size: 9,
  state: 'delivered',
}
const signature: Attachment = { ...delivered, attachmentId: 'att-1', materialId: FORM_ID, fieldId: 'sign' }

test('says how far it is, in whose name, for which situation, and that nothing was submitted', async () => {
  const page = await open()
  expect(page.text).toContain('填好 0 步，共 4 步')
  expect(page.text).toContain('尚未提交')
  expect(page.text).toContain('以个人“欧**五”的身份办理')
  expect(page.text).toContain('12:03 已保存')
  expect(rows(page)).toEqual(['申请人还需 2 项', '学历未填', '上传材料还差 1 项', '核对提交前面办完再来'])
  expect(page.text).toContain('继续填：申请人')
})

test('what is wrong is told from what is missing; the button goes to where the applicant stopped', async () => {
  server = withAnswers({ mobile: '130', reg_type: 'first' })
  notePlace('draft-1', { page: 'form', materialId: FORM_ID, sectionId: 'edu', step: 2, steps: 2, wrong: false })
  const page = await open()
  expect(rows(page).slice(0, 2)).toEqual(['申请人1 处要改', '学历未填'])
  await page.tap('.bottom__next')
  expect(phone.visits.at(-1)?.url).toBe(
    `/packages/declare/pages/form/form?draftId=draft-1&materialId=${FORM_ID}&sectionId=edu`,
  )
})

test('a step of which the new version of the form leaves something to the applicant says so', async () => {
  const move = { materialId: FORM_ID, changedOn: '2026-12-01', madeVersion: 3, kept: 1, again: [], setAside: [] }
  server = declaration({ moves: [{ ...move, added: ['years'] }] })
  const page = await open()
  expect(rows(page).slice(0, 2)).toEqual(['申请人还需 2 项', '学历新版，还需 2 项'])
})

test('when all is filled in and signed, the files come next, then the review', async () => {
  const answers = { mobile: '13000000101', reg_type: 'first', years: 3, sign: ['att-1'] }
  server = { ...withAnswers(answers), attachments: [signature] }
  const page = await open()
  expect(rows(page)).toEqual(['申请人已填完', '学历已签名', '上传材料还差 1 项', '核对提交前面办完再来'])
  expect(page.text).toContain('继续：上传材料')
  server = { ...server, attachments: [signature, delivered] }
  await page.call('load')
  await page.untilText('可以提交了')
  expect(rows(page).slice(2)).toEqual(['上传材料已齐', '核对提交可以提交了'])
})

test('what is only on this phone counts as filled in, and is not said to be saved', async () => {
  const changes = { [FORM_ID]: { mobile: '13000000101', reg_type: 'first' } }
  phone.storage.set('encrypted:draft.draft-1', { baseVersion: 3, changes, keptAt: 1 })
  const page = await open()
  expect(rows(page)[0]).toBe('申请人已填完')
  expect(page.text).toContain('另有 2 项暂存在手机上')
})

test('a step opens in the form', async () => {
  const page = await open()
  await page.call('onStepOpen', { currentTarget: { dataset: { group: 0, row: 1 } } })
  const url = `/packages/declare/pages/form/form?draftId=draft-1&materialId=${FORM_ID}&sectionId=edu`
  expect(phone.visits.at(-1)?.url).toBe(url)
  const form = await openVisited()
  await form.untilText('2/4')
})

test('the situation is changed here', async () => {
  const page = await open()
  await page.tap('.change')
  expect(phone.visits.at(-1)?.url).toContain('/packages/matter/pages/situation/situation?')
})

test('a draft that was submitted opens its receipt instead', async () => {
  server = declaration({ state: 'submitted' })
  await openPage(PATH, { draftId: 'draft-1' })
  const receipt = '/packages/declare/pages/receipt/receipt?draftId=draft-1'
  for (let look = 0; look < 100 && phone.visits.length === 0; look++) await new Promise((r) => setTimeout(r, 20))
  expect(phone.visits.at(-1)).toMatchObject({ verb: 'redirectTo', url: receipt })
})
