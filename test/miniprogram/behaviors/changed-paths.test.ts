import { changedPaths } from '../../../miniprogram/behaviors/changed-paths'

const fields = (...values: string[]) => values.map((value, i) => ({ key: `f${i}`, value, cells: [{ id: 1, value }] }))

test('what is equal is not set again, however it was made', () => {
  const view = { list: [{ a: 1 }], text: 'x', none: null }
  expect(changedPaths(view, { list: [{ a: 1 }], text: 'x', none: null })).toEqual({})
})

test('without a word about it, a member changes as a whole; members that are not named stay', () => {
  const before = { status: { phase: 'loading', failure: null }, rows: [{ id: 1, n: 1 }], other: 1 }
  const status = { phase: 'ready', failure: null }
  expect(changedPaths(before, { status, rows: [{ id: 1, n: 2 }] })).toEqual({ status, rows: [{ id: 1, n: 2 }] })
})

test('a list that is bound item by item changes by item', () => {
  const after = fields('a', 'x')
  expect(changedPaths({ fields: fields('a', 'b') }, { fields: after }, ['fields'])).toEqual({ 'fields[1]': after[1] })
})

test('items that are bound member by member change by member, and no deeper', () => {
  const apart = ['fields', 'fields[]']
  expect(changedPaths({ fields: fields('a', 'b') }, { fields: fields('a', 'x') }, apart)).toEqual({
    'fields[1].value': 'x',
    'fields[1].cells': [{ id: 1, value: 'x' }],
  })
})

test('members of an object, and a list in it', () => {
  const before = { view: { title: 't', forms: [{ id: 'a', page: 0 }, { id: 'b', page: 0 }] } } // prettier-ignore
  const view = { title: 'u', forms: [{ id: 'a', page: 0 }, { id: 'b', page: 1 }] } // prettier-ignore
  expect(changedPaths(before, { view }, ['view', 'view.forms'])).toEqual({
    'view.title': 'u',
    'view.forms[1]': { id: 'b', page: 1 },
  })
})

test.each([
  ['other items stand in it', fields('a', 'b').reverse()],
  ['it is longer', fields('a', 'b', 'c')],
  ['it is empty', []],
])('a list is set as a whole when %s', (_, after) => {
  expect(changedPaths({ fields: fields('a', 'b') }, { fields: after }, ['fields', 'fields[]'])).toEqual({
    fields: after,
  })
})

test('an object that gains, loses or empties a member is set as a whole: no path can do that', () => {
  const before = { view: { a: 1, b: 2 } }
  for (const view of [{ a: 2 }, { a: 1, b: 2, c: 3 }, { a: 1, c: 2 }, { a: 1, b: undefined }]) {
    expect(changedPaths(before, { view }, ['view'])).toEqual({ view })
  }
  expect(changedPaths({ view: null }, { view: { a: 1 } }, ['view'])).toEqual({ view: { a: 1 } })
})
