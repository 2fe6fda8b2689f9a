import { leave, open, prepareTable, ROWS, show, type } from './shown-table'

prepareTable()

test('adds a row and opens it; what is typed goes up at once; an empty row is dropped when closed', async () => {
  const table = show()
  const [changes, blurs] = [table.listen('change'), table.listen('blur')]
  await table.tap('.table__add')
  // Not begun yet: whoever closes the app now leaves no empty row behind.
  expect(changes).toHaveLength(0)
  expect(table.node.data['open']).toBe(2)
  await type(table, 'org', ' 虚构护校 ')
  expect(changes.at(-1)).toEqual({ value: [...ROWS, { org: ' 虚构护校 ', years: null }] })
  await leave(table, 'org')
  expect(changes.at(-1)).toEqual({ value: [...ROWS, { org: '虚构护校', years: null }] })
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
  expect(table.text).toContain('已填 3 行')
  await table.tap('.row__done')
  expect(table.text).toContain('已填 2 行')
  expect(changes).toHaveLength(0)
})

test('copies a row behind itself and opens the copy', async () => {
  const table = show()
  const changes = table.listen('change')
  await open(table, 0)
  await table.tap('.row__copy')
  expect(changes.at(-1)).toEqual({ value: [ROWS[0], ROWS[0], ROWS[1]] })
  expect(table.node.data['open']).toBe(1)
})

test('deletes a row with a way back; the last one leaves null', async () => {
  const table = show()
  const [changes, blurs] = [table.listen('change'), table.listen('blur')]
  await open(table, 0)
  await table.tap('.row__delete')
  expect(changes.at(-1)).toEqual({ value: [ROWS[1]] })
  expect(blurs).toHaveLength(1)
  expect(table.text).toContain('已删除第 1 行（虚构一中）')
  await table.tap('.table__undo-button')
  expect(changes.at(-1)).toEqual({ value: ROWS })
  expect(table.has('.table__undo')).toBe(false)
  for (const index of [1, 0]) {
    await open(table, index)
    await table.tap('.row__delete')
  }
  expect(changes.at(-1)).toEqual({ value: null })
})

test('the way back goes when something else is typed: it would undo that too', async () => {
  const table = show()
  await open(table, 0)
  await table.tap('.row__delete')
  await open(table, 0)
  await type(table, 'org', '虚构诊所')
  expect(table.has('.table__undo')).toBe(false)
})

test('a vehicle is told by its plate, whatever stands before it; what is first tells everything else', () => {
  const columns = [
    { id: 'model', label: '厂牌型号', type: 'text' },
    { id: 'plate', label: '车牌号', type: 'text', constraints: { pattern: 'plate' } },
  ]
  const value = [
    { model: '虚构牌 XG1000', plate: '津A10000' },
    { model: '虚构牌 XG1001', plate: null },
  ]
  const cards = show({ field: { id: 'cars', label: '车辆', type: 'table', columns }, value }).node.data['cards']
  expect(cards).toMatchObject([
    { title: '津A10000', text: '虚构牌 XG1000' },
    { title: '虚构牌 XG1001', text: '' },
  ])
})
