import fc from 'fast-check'
import { createSealer } from '../../../cloudfunctions/kernel/sealing'

const KEY = Buffer.alloc(32, 7).toString('base64')
const sealer = createSealer(KEY)

test('opens what it sealed, for any JSON value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, place) => {
      const plain = JSON.parse(JSON.stringify(value)) as unknown
      expect(sealer.open(sealer.seal(plain, place), place)).toEqual(plain)
    }),
  )
})

test('equal values look different, and nothing of them shows', () => {
  const [first, second] = [sealer.seal('120116199607210042', 'a'), sealer.seal('120116199607210042', 'a')]
  expect(first).not.toBe(second)
  expect(first).not.toContain('120116199607210042')
})

test('a changed text, another place or another key does not open', () => {
  const sealed = sealer.seal({ token: 'ut.x' }, 'row-1/tokens')
  const flipped = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`
  expect(() => sealer.open(flipped, 'row-1/tokens')).toThrow()
  expect(() => sealer.open(sealed, 'row-2/tokens')).toThrow()
  expect(() => createSealer(Buffer.alloc(32, 8).toString('base64')).open(sealed, 'row-1/tokens')).toThrow()
  for (const broken of ['', 'v1', 'v1.a.b.c', `v2${sealed.slice(2)}`]) expect(() => sealer.open(broken, 'x')).toThrow()
})

test('four parts, the first its version: what lacks one, or has another version, is no sealed value', () => {
  const [version, iv, tag, body] = sealer.seal('虞青禾', 'p').split('.')
  expect(version).toBe('v1')
  expect([iv, tag, body].map((part) => Buffer.from(part ?? '', 'base64url').length)).toEqual([12, 16, 11])
  for (const parts of [
    ['', iv, tag, body],
    ['v2', iv, tag, body],
    [version, '', tag, body],
    [version, iv, '', body],
    [version, iv],
    [version, iv, tag],
    [''],
  ]) {
    expect(() => sealer.open(parts.join('.'), 'p')).toThrow('not a sealed value')
  }
  // What was sealed before must open: the version is part of the format, not of the program.
  expect(sealer.open(['v1', iv, tag, body].join('.'), 'p')).toBe('虞青禾')
})

test('a short authentication tag is refused', () => {
  const [version, iv, tag, body] = sealer.seal('x', 'p').split('.')
  const short = Buffer.from(tag ?? '', 'base64url')
    .subarray(0, 4)
    .toString('base64url')
  expect(() => sealer.open([version, iv, short, body].join('.'), 'p')).toThrow('not a sealed value')
})

test('a key of another length is refused without being quoted', () => {
  expect(() => createSealer('c2hvcnQ=')).toThrow(/32 bytes/)
})
