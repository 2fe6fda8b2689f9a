import type { Declaration } from '../../../../miniprogram/shared/domain/declaration'
import type { FormSchema } from '../../../../miniprogram/shared/form/index'
import { refuse, startGateway, type Gateway } from '../../../support/gateway'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON } from '../../fixtures'
import { declaration, FORM_ID, SCHEMA } from './declaration-fixture'
import { untilOpen, untilSaved } from './form-page'

const PATH = 'packages/declare/pages/form/form'

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

/** Version 1.1: 手机号码 is gone, 紧急联系人 is new. */
const NEW: FormSchema = {
  ...SCHEMA,
  version: '1.1',
  sections: SCHEMA.sections.map((section) =>
    section.id === 'person'
      ? {
          ...section,
          fields: [
            ...section.fields.filter(({ id }) => id !== 'mobile'),
            { id: 'emergency', label: '紧急联系人', type: 'text', required: true },
          ],
        }
      : section,
  ),
}

function moved(): Declaration {
  const mobile = { id: 'mobile', label: '手机号码', type: 'phone', required: true } as const
  const answers = { name: '欧阳晴川', reg_type: null, old_org: null, years: null, sign: null, emergency: null }
  return declaration({
    version: 4,
    forms: [{ materialId: FORM_ID, schema: NEW, answers }],
    moves: [
      {
        materialId: FORM_ID,
        changedOn: '2026-12-01',
        madeVersion: 4,
        kept: 1,
        added: ['emergency'],
        again: ['sign'],
        setAside: [{ field: mobile, value: '13000000101' }],
      },
    ],
  })
}

test('the page says that the form was replaced: when, what was kept, what is new, to do again and gone', async () => {
  server = moved()
  const page = await openPage(PATH, { draftId: 'draft-1' })
  await page.untilText('申报表换了新版')
  expect(page.text).toContain('2026年12月1日更换。您填的没有丢：1 项已放进新版。')
  expect(page.text).toMatch(/要您填或再看一眼\s*2 项\s*紧急联系人\s*新增\s*申请人签名\s*请重新填写/)
  expect(page.text).toMatch(/新版没有的栏目\s*手机号码\s*13000000101/)
  expect(page.text).toContain('请留意：这是新版申报表增加的栏目')
  await page.call('onFieldChange', { detail: { fieldId: 'emergency', value: '欧阳一' } })
  await page.untilText('新增，填好了')
  // Folded, it still says what became of the old contents.
  await page.call('onMoveToggle')
  expect(page.text).not.toContain('要您填或再看一眼')
  expect(page.text).toContain('1 项已放进新版')
})

test('a page that still has the old form: its save is refused, the new form comes, what has no place is shown', async () => {
  const page = await openPage(PATH, { draftId: 'draft-1' })
  await untilOpen(page)
  server = moved()
  gateway.handlers['declaration.save'] = ({ baseVersion }) =>
    baseVersion === 4
      ? { version: 5, savedAt: '2026-11-02T12:05:00+08:00' }
      : refuse({ code: 'CONFLICT', retryable: false })
  await page.call('onFieldChange', { detail: { fieldId: 'mobile', value: '13000000107' } })
  await page.call('onFieldChange', { detail: { fieldId: 'name', value: '欧阳晴' } })
  await page.call('onSaveTap', {})
  await untilSaved(page, '12:05')
  expect(page.text).toMatch(/手机号码\s*13000000107/)
  expect(page.text).not.toContain('有两份不同的内容')
  const saves = gateway.calls.filter(({ action }) => action === 'declaration.save').map(({ input }) => input)
  expect(saves.at(-1)).toMatchObject({ baseVersion: 4, forms: [{ answers: { name: '欧阳晴' } }] })
})
