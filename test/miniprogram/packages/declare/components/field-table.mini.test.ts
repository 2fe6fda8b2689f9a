import type { Field, TableRow } from '../../../../../miniprogram/shared/form/index'
import type { Screen } from '../../../../support/screen'
import { renderComponent } from '../../../../support/simulate'
import { leave, open, prepareTable, ROWS, show, type } from './shown-table'

prepareTable()

/** Twelve columns of every kind that a table has, as the longest of the matters. */
const LONG: Field = {
  id: 'ships',
  label: '船舶清单',
  type: 'table',
  constraints: { maxRows: 500 },
  columns: [
    { id: 'name', label: '船名', type: 'text', required: true },
    { id: 'id_no', label: '身份证号', type: 'id_card' },
    {
      id: 'kind',
      label: '类型',
      type: 'single_choice',
      options: ['甲', '乙', '丙'].map((label) => ({ value: label, label })),
    },
    { id: 'tons', label: '总吨', type: 'number', constraints: { unit: '吨' } },
    { id: 'far', label: '距离', type: 'number', constraints: { unit: '米' } },
    { id: 'paid', label: '出资', type: 'money' },
    { id: 'built', label: '建成日期', type: 'date' },
    { id: 'gps', label: '定位', type: 'boolean' },
    { id: 'port', label: '船籍港', type: 'text' },
    { id: 'owner', label: '所有人', type: 'text' },
    { id: 'phone', label: '电话', type: 'phone' },
    { id: 'note', label: '备注', type: 'textarea' },
  ],
}
const longRow = (n: number): TableRow => ({
  name: `虚构${n}号`,
  id_no: null,
  kind: '甲',
  tons: 1000.1,
  far: 5,
  paid: 0.1,
  built: '2020-01-01',
  gps: '1',
  port: '天津',
  owner: '天津星槎速达货运有限公司',
  phone: '022-12345678',
  note: null,
})
const longRows = (count: number): TableRow[] => Array.from({ length: count }, (_, n) => longRow(n + 1))

const showLong = (count: number, properties: object = {}): Screen =>
  renderComponent('packages/declare/components/field-table/field-table', {
    field: LONG,
    value: longRows(count),
    today: '2026-11-23',
    ...properties,
  })

/** What each setData of the component carries from now on, as JSON. */
function watchSetData(table: Screen): string[] {
  const sent: string[] = []
  const instance = table.node.instance as { setData: (data: object) => void }
  const original = instance.setData.bind(instance)
  instance.setData = (data) => {
    sent.push(JSON.stringify(data))
    original(data)
  }
  return sent
}

const elements = (table: Screen): number => table.node.dom?.querySelectorAll('*').length ?? 0

test('shows each row as a line, readable, with how many rows there may be', () => {
  const table = show()
  expect(table.text).toContain('已填 2 行，至少 1 行，最多 3 行')
  expect(table.text).toContain('虚构一中3年')
  expect(table.text).toContain('虚构医院')
})

test('says which rows and cells need attention, and opens them one after another', async () => {
  const table = show({ cellErrors: { '0.org': '请填写单位', '1.years': '请填写年数' }, error: '表格里有 2 处需要修改' })
  expect(table.text).toContain('有 2 行要改')
  expect(table.text).toContain('年数：请填写年数')
  await table.tap('.table__next-wrong')
  expect(table.node.data['open']).toBe(0)
  await table.tap('.table__next-wrong')
  expect(table.node.data['open']).toBe(1)
  await table.tap('.table__next-wrong')
  expect(table.node.data['open']).toBe(0)
})

test('what is only to look at is no mistake: said in the row and beside the cell, in other words', async () => {
  const table = show({ cellWarnings: { '1.org': '请核对单位' } })
  expect(table.text).toContain('请留意：单位：请核对单位')
  expect(table.text).not.toContain('要改')
  expect(table.has('.row_wrong')).toBe(false)
  await table.all('.row__head')[1]?.tap()
  expect(table.find('.cell__warning').text).toBe('请留意：请核对单位')
  expect(table.text).not.toContain('要改')
})

test('opening, closing and turning pages change nothing', async () => {
  const table = showLong(45)
  const changes = table.listen('change')
  await table.tap('.table__forward')
  await open(table, 20)
  await open(table, 20)
  await table.tap('.table__back')
  expect(changes).toEqual([])
})

test('keeps the open row when its own rows come back; takes other rows', async () => {
  const table = show()
  await open(table, 0)
  table.node.setData({ value: JSON.parse(JSON.stringify(ROWS)) as unknown })
  expect(table.node.data['open']).toBe(0)
  table.node.setData({ value: [ROWS[1]] })
  expect(table.text).toContain('已填 1 行')
  expect(table.node.data['open']).toBe(-1)
})

test('the read-only view has no actions and shows every cell', () => {
  const table = show({ readonly: true, cellErrors: { '1.years': '请填写年数' } })
  expect(table.text).toContain('单位：虚构医院；年数：未填写')
  expect(table.has('.row__edit') || table.has('.table__add') || table.has('.table__wrong')).toBe(false)
})

test('offers the import only where it is wanted, and worth it', async () => {
  expect(showLong(1).has('.table__import')).toBe(false)
  // Three rows are typed sooner than imported.
  expect(show({ importable: true }).has('.table__import')).toBe(false)
  const table = showLong(1, { importable: true })
  const asked = table.listen('import')
  await table.tap('.table__import')
  expect(asked).toHaveLength(1)
})

test('opens the row that the page asks for, on its page', () => {
  const table = showLong(200, { openRow: 187 })
  expect([table.node.data['open'], table.node.data['pageText']]).toEqual([187, '第 181–200 行，共 200 行'])
})

test('a row with mistakes is judged at each cell, a new one only when it is closed', async () => {
  const table = show({ cellErrors: { '0.org': '请填写单位' } })
  const blurs = table.listen('blur')
  await open(table, 1)
  await leave(table, 'org')
  expect(blurs).toHaveLength(0)
  await open(table, 0)
  await leave(table, 'org')
  expect(blurs).toHaveLength(1)
})

test('ages and totals follow what is typed; distances are not added up', async () => {
  const table = showLong(2)
  expect(table.text).toContain('总吨合计 2000.2吨；出资合计 0.2万元')
  await open(table, 0)
  await type(table, 'id_no', '120116199607210042')
  expect(table.text).toContain('30 周岁')
  await type(table, 'tons', 1)
  expect(table.text).toContain('总吨合计 1001.1吨')
  await type(table, 'id_no', '12011619960721004')
  expect(table.text).not.toContain('周岁')
})

test('200 rows of 12 columns: a page of 20, few nodes, small updates', async () => {
  const table = showLong(200)
  expect(table.text).toContain('第 1–20 行，共 200 行')
  expect(table.all('.row')).toHaveLength(20)
  const closed = elements(table)
  const sent = watchSetData(table)
  await open(table, 3)
  const opened = elements(table)
  const openBytes = Math.max(...sent.map((data) => data.length))
  sent.length = 0
  await type(table, 'name', '虚构改名')
  await type(table, 'tons', 12)
  await type(table, 'id_no', '120116199607210042')
  const typedBytes = Math.max(0, ...sent.map((data) => data.length))
  sent.length = 0
  await table.tap('.table__forward')
  const turnBytes = Math.max(...sent.map((data) => data.length))
  expect(table.all('.row')).toHaveLength(20)
  process.stdout.write(
    `200 rows: ${closed} elements, ${opened} with a row open; setData: open ${openBytes} B, key ${typedBytes} B, page ${turnBytes} B\n`,
  )
  expect(closed).toBeLessThan(250)
  expect(opened).toBeLessThan(500)
  expect(openBytes).toBeLessThan(8 * 1024)
  expect(typedBytes).toBeLessThan(1024)
  expect(turnBytes).toBeLessThan(16 * 1024)
})
