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
beforeEach(() => {
  gateway.handlers = {
    'declaration.open': () => {
      const opened = declaration()
      const schema = { ...SCHEMA, sections: [{ id: 'crew', title: '人员', fields: [TABLE] }] }
      return {
        account: AS_PERSON,
        declaration: { ...opened, forms: opened.forms.map((form) => ({ ...form, schema, answers: { crew: ROWS } })) },
      }
    },
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
