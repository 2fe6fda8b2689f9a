import { breaksOf } from '../../../scripts/shapes/compare'
import { type Shape, type Types } from '../../../scripts/shapes/shape'

const breaks = (sent: Shape, accepted: Shape, types: { sent?: Types; accepted?: Types } = {}) =>
  breaksOf({ shape: sent, types: types.sent ?? {} }, { shape: accepted, types: types.accepted ?? {} })

const literals = (...values: (string | number | boolean)[]): Shape => ({
  union: values.map((literal) => ({ literal })),
})

test.each<[string, Shape, Shape]>([
  ['the same', { object: { a: 'string' } }, { object: { a: 'string' } }],
  ['a member that nobody looks at', { object: { a: 'string', b: 'number' } }, { object: { a: 'string' } }],
  ['an optional member that is always there', { object: { a: 'string' } }, { object: { 'a?': 'string' } }],
  ['an optional member that is never there', { object: {} }, { object: { 'a?': 'string' } }],
  ['a literal for its kind', { literal: 'x' }, 'string'],
  ['true and false for a boolean', literals(true, false), 'boolean'],
  ['a boolean for true and false', 'boolean', literals(true, false)],
  ['fewer kinds', literals('a', 'b'), literals('a', 'b', 'c')],
  ['anything, where nobody looks', { array: 'null' }, 'unknown'],
  ['an object for a record', { object: { a: 'number', 'b?': 'number' } }, { record: 'number' }],
  ['a tuple for a list', { tuple: ['null', 'null'] }, { array: 'null' }],
  ['a union in a union', { union: ['null', literals('a')] }, { union: ['null', 'string'] }],
])('fits: %s', (_name, sent, accepted) => {
  expect(breaks(sent, accepted)).toEqual([])
})

test.each<[string, Shape, Shape, string]>([
  ['a member is missing', { object: {} }, { object: { a: 'string' } }, 'a: is missing'],
  ['a member may be absent', { object: { 'a?': 'string' } }, { object: { a: 'string' } }, 'a: may be absent'],
  ['another kind', { object: { a: 'number' } }, { object: { a: 'string' } }, 'a: number is not string'],
  [
    'an optional member of another kind',
    { object: { 'a?': 'number' } },
    { object: { 'a?': 'string' } },
    'a: number is not string',
  ],
  ['null where none was', { union: ['null', 'string'] }, 'string', '(all of it): null is not string'],
  ['one more kind', literals('a', 'd'), literals('a', 'b'), '(all of it): "d" is none of "a" | "b"'],
  ['a kind instead of its literals', 'string', literals('a', 'b'), '(all of it): string is none of "a" | "b"'],
  ['a boolean instead of true', 'boolean', { literal: true }, '(all of it): false is not true'],
  ['in a list', { array: { object: {} } }, { array: { object: { a: 'null' } } }, '[].a: is missing'],
  ['in a record', { record: 'string' }, { record: 'number' }, '{}: string is not number'],
  [
    'a record for an object',
    { record: 'string' },
    { object: { a: 'string' } },
    '(all of it): record of string is not {a}',
  ],
  [
    'a list of another length',
    { tuple: ['null'] },
    { tuple: ['null', 'null'] },
    '(all of it): [null] is not [null, null]',
  ],
  ['a list for one', { array: 'string' }, 'string', '(all of it): list of string is not string'],
  ['anything', 'unknown', 'string', '(all of it): unknown is not string'],
])('breaks: %s', (_name, sent, accepted, message) => {
  expect(breaks(sent, accepted)).toEqual([message])
})

const drawn = (width: Shape): Shape => ({
  union: [
    { object: { kind: { literal: 'circle' }, radius: 'number' } },
    { object: { kind: { literal: 'square' }, width } },
  ],
})

test('of a union of kinds, the kind that is meant tells what is wrong', () => {
  expect(breaks(drawn('string'), drawn('number'))).toEqual(['width: string is not number'])
})

const tree = (leaf: Shape): Types => ({ Tree: { object: { leaf, children: { array: { type: 'Tree' } } } } })

test('a type that contains itself is compared once, and what it contains is compared', () => {
  const both = (a: Shape, b: Shape) => breaks({ type: 'Tree' }, { type: 'Tree' }, { sent: tree(a), accepted: tree(b) })
  expect(both('string', 'string')).toEqual([])
  expect(both('string', 'number')).toEqual(['leaf: string is not number'])
})

test('a name is nothing but a name', () => {
  const types = { sent: { Old: 'string' }, accepted: { New: 'string' } } as const
  expect(breaks({ type: 'Old' }, { type: 'New' }, types)).toEqual([])
  expect(breaks({ type: 'Old' }, 'number', types)).toEqual(['(all of it): string is not number'])
  expect(() => breaks({ type: 'Gone' }, 'string')).toThrow('no shape is named Gone')
})

test.each<[string, Shape, Shape, string]>([
  ['a member that is new', { object: { 'a?': 'null' } }, { object: {} }, 'a: is new'],
  ['a member that is gone', { object: {} }, { object: { 'a?': 'null' } }, 'a: is not there any more'],
  ['a member that is always there', { object: { a: 'null' } }, { object: { 'a?': 'null' } }, 'a: is always there'],
])('exactly: %s', (_name, sent, accepted, message) => {
  expect(breaksOf({ shape: sent, types: {} }, { shape: accepted, types: {} }, { exact: true })).toEqual([message])
})
