import type { TableRow } from '../../../../miniprogram/shared/form/index'
import { startGateway, type Gateway } from '../../../support/gateway'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON, FORM } from '../../fixtures'
import { declaration, SCHEMA } from './declaration-fixture'

const TABLE = {
  id: 'crew',
  label: '人员名单',
  type: 'table' as const,
  columns: ['name', 'post', 'unit', 'phone', 'city', 'note'].map((id) => ({ id, label: id, type: 'text' as const })),
  constraints: { maxRows: 300 },
}
const ROWS: TableRow[] = Array.from({ length: 300 }, (_, n) =>
  Object.fromEntries(TABLE.columns.map(({ id }) => [id, `${id} ${n} 天津星槎速达货运`])),
)

let gateway: Gateway

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
/** @param letter material of the letter of promise; '' = it is another form */
function withTable(rows: readonly TableRow[], letter = '') {
  const opened = declaration({ promises: { offers: [], barred: '', letter } })
  const schema = { ...SCHEMA, sections: [{ id: 'crew', title: '人员', fields: [TABLE] }] }
  return { ...opened, forms: opened.forms.map((form) => ({ ...form, schema, answers: { crew: rows } })) }
}

beforeEach(() => {
  gateway.handlers = {
    'declaration.open': () => ({ account: AS_PERSON, declaration: withTable(ROWS) }),
    'declaration.save': ({ baseVersion }) => ({ version: baseVersion + 1, savedAt: '2026-11-02T12:00:00+08:00' }),
  }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

test('300 rows go to the page once, when it opens: neither a key nor a closed row sends them again', async () => {
  const page = await openPage('packages/declare/pages/form/form', { draftId: 'draft-1', materialId: FORM.materialId })
  await page.untilText('共 300 行')
  const instance = page.node.instance as { setData: (data: object) => void }
  const sent: string[] = []
  const original = instance.setData.bind(instance)
  instance.setData = (data) => {
    sent.push(JSON.stringify(data))
    original(data)
  }
  const typed = ROWS.map((row, n) => (n === 7 ? { ...row, name: '虞青禾' } : row))
  await page.call('onFieldChange', { detail: { fieldId: 'crew', value: typed } })
  await page.call('onFieldBlur', { detail: { fieldId: 'crew' } })
  await page.call('onNextTap')
  const [call] = gateway.calls.filter(({ action }) => action === 'declaration.save')
  expect(call?.input).toMatchObject({ forms: [{ rows: { crew: [{ at: 7, insert: [{ name: '虞青禾' }] }] } }] })
  expect(sent.length).toBeGreaterThan(0)
  expect(Math.max(...sent.map((data) => data.length))).toBeLessThan(1024)
})

test.each([
  ['any form', '', true],
  ['the letter of promise, whose rows follow what is promised', FORM.materialId, false],
])('rows can be added, copied and deleted: %s', async (_which, letter, can) => {
  gateway.handlers['declaration.open'] = () => ({
    account: AS_PERSON,
    declaration: withTable(ROWS.slice(0, 2), letter),
  })
  const page = await openPage('packages/declare/pages/form/form', { draftId: 'draft-1', materialId: FORM.materialId })
  await page.untilText(can ? '已填 2 行' : '随您的承诺，要增减请到“上传材料”')
  const table = page.find('.form-field').find('.form-field__kind')
  await table.tap('.row__head')
  expect(table.has('.row__done')).toBe(true)
  for (const act of ['.table__add', '.row__copy', '.row__delete']) expect([act, table.has(act)]).toEqual([act, can])
})
