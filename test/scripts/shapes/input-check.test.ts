import * as v from 'valibot'
import { inputCheckOf, narrowedLimits } from '../../../scripts/shapes/input-check'

test('the structure of a check, and its limits by path', () => {
  const check = v.object({
    id: v.pipe(v.string(), v.regex(/^[a-z]+$/), v.maxLength(9)),
    kind: v.optional(v.picklist(['a', 'b'])),
    rows: v.array(v.record(v.pipe(v.string(), v.minLength(1)), v.union([v.null(), v.number()]))),
    period: v.strictObject({ begin: v.string() }),
  })
  expect(inputCheckOf(check)).toEqual({
    shape: {
      object: {
        id: 'string',
        'kind?': { union: [{ literal: 'a' }, { literal: 'b' }] },
        rows: { array: { record: { union: ['null', 'number'] } } },
        period: { object: { begin: 'string' } },
      },
    },
    limits: {
      id: ['string max_length 9', 'string regex /^[a-z]+$/'],
      'rows[]{key}': ['string min_length 1'],
      period: ['object knows all members'],
    },
  })
})

test('a check that is not known here is no open door', () => {
  expect(() => inputCheckOf(v.object({ day: v.date() }))).toThrow('day: a valibot date is not read here yet')
})

const MEMBERS = new Set(['text'])
const limited = (...limits: string[]) => ({ text: limits })

test.each([
  ['a smaller maximum', limited('string max_length 9'), limited('string max_length 8'), 'text: string max_length 8'],
  ['a larger minimum', limited('number min_value 1'), limited('number min_value 2'), 'text: number min_value 2'],
  ['another pattern', limited('string regex /a/'), limited('string regex /b/'), 'text: string regex /b/'],
  ['a new limit', {}, limited('string max_length 9'), 'text: string max_length 9'],
])('narrower: %s', (_name, before, now, message) => {
  expect(narrowedLimits(before, now, MEMBERS)).toEqual([message])
})

test('a limit on a member that nobody sent before narrows nothing', () => {
  const now = { 'more[].text': ['string max_length 8'], text: ['string max_length 8'] }
  expect(narrowedLimits({}, now, MEMBERS)).toEqual(['text: string max_length 8'])
})

test.each([
  ['the same', limited('string regex /a/'), limited('string regex /a/')],
  ['a larger maximum', limited('string max_length 9'), limited('string max_length 10')],
  ['a smaller minimum', limited('number min_value 1'), limited('number min_value -1')],
  ['no limit any more', limited('string max_length 9'), {}],
])('as wide: %s', (_name, before, now) => {
  expect(narrowedLimits(before, now, MEMBERS)).toEqual([])
})
