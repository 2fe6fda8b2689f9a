import type { Field } from '../../../miniprogram/shared/form/index'
import { phone } from '../../support/phone'
import type { Screen } from '../../support/screen'
import { plugIn, renderComponent, unplug } from '../../support/simulate'

beforeEach(() => plugIn())
afterEach(unplug)

const RESUME: Field = {
  id: 'resume',
  label: '经历',
  type: 'table',
  required: true,
  columns: [
    { id: 'org', label: '单位', type: 'text', required: true },
    { id: 'years', label: '年数', type: 'number', constraints: { unit: '年' } },
  ],
  constraints: { minRows: 1, maxRows: 3 },
}
const ROWS = [
  { org: '虚构一中', years: 3 },
  { org: '虚构医院', years: null },
]

const show = (properties: object = {}): Screen =>
  renderComponent('components/field-table/field-table', { field: RESUME, value: ROWS, required: true, ...properties })

test('shows each row as a card, readable, with how many rows there may be', () => {
  const table = show()
  expect(table.text).toContain('已填 2 行，至少 1 行，最多 3 行')
  expect(table.text).toContain('单位虚构一中')
  expect(table.text).toContain('年数3年')
  expect(table.text).toContain('年数未填写')
})

test('says which row and which cell need attention', () => {
  const table = show({ cellErrors: { '1.years': '请填写年数' }, error: '表格里有 1 处需要修改' })
  expect(table.text).toContain('1 处需要修改')
  expect(table.text).toContain('需要修改：请填写年数')
})

test('adds a row and opens it; what is typed goes up at once; an empty row is dropped when closed', async () => {
  const table = show()
  const [changes, blurs] = [table.listen('change'), table.listen('blur')]
  await table.tap('.table__add')
  expect(changes.at(-1)).toEqual({ value: [...ROWS, { org: null, years: null }] })
  expect(table.node.data['editing']).toBe(2)
  await table.call('onCellChange', {
    currentTarget: { dataset: { index: 2, column: 'org' } },
    detail: { value: '虚构护校' },
  })
  expect(changes.at(-1)).toEqual({ value: [...ROWS, { org: '虚构护校', years: null }] })
  await table.call('onCellBlur')
  expect(blurs).toHaveLength(0)
  await table.tap('.row__done')
  expect(blurs).toHaveLength(1)
  expect(table.text).toContain('已填 3 行')
  expect(table.has('.table__add')).toBe(false)
  expect(table.text).toContain('已到最多行数')
})

test('a row that was added and never filled disappears', async () => {
  const table = show()
  const changes = table.listen('change')
  await table.tap('.table__add')
  await table.tap('.row__done')
  expect(changes.at(-1)).toEqual({ value: ROWS })
})

test('copies a row behind itself', async () => {
  const table = show()
  const changes = table.listen('change')
  await table.tap('.row__copy')
  expect(changes.at(-1)).toEqual({ value: [ROWS[0], ROWS[0], ROWS[1]] })
})

test('asks before it deletes; the last row leaves null', async () => {
  const table = show({ value: [ROWS[0]] })
  const changes = table.listen('change')
  phone.agrees = false
  await table.tap('.row__delete')
  expect(phone.modals.at(-1)?.content).toContain('第 1 行')
  expect(changes).toEqual([])
  phone.agrees = true
  await table.tap('.row__delete')
  expect(changes).toEqual([{ value: null }])
})

test('keeps the open row when its own rows come back', async () => {
  const table = show()
  await table.tapText('.row__edit', '修改')
  table.node.setData({ value: JSON.parse(JSON.stringify(ROWS)) as unknown })
  expect(table.node.data['editing']).toBe(0)
  table.node.setData({ value: [ROWS[1]] })
  expect(table.text).toContain('已填 1 行')
})

test('the read-only view has no actions', () => {
  const table = show({ readonly: true })
  expect(table.text).toContain('虚构一中')
  expect(table.has('.row__edit') || table.has('.table__add')).toBe(false)
})
