import { createHmac } from 'node:crypto'
import { readConfig } from '../../../cloudfunctions/kernel/config'
import { hashKeyOf, keyBytes, madeAt, parseKeys } from '../../../cloudfunctions/kernel/key-ring'
import { functionEnvironment } from '../../../sandbox/environment'

const base64 = (byte: number, bytes = 32): string => Buffer.alloc(bytes, byte).toString('base64')
const [ONE, TWO, HASH] = [base64(1), base64(2), base64(3)]

const {
  SEALING_KEYS: _keys,
  SEALING_ALGORITHM: _algorithm,
  HASH_KEY: _hash,
  ...rest
} = functionEnvironment({
  url: 'http://127.0.0.1:1',
  credentials: { appKey: 'k', appSecret: 's', callbackSecret: 'c', sm2PublicKey: `04${'0'.repeat(128)}` },
})
const read = (keys: Readonly<Record<string, string | undefined>>) => readConfig({ ...rest, ...keys })
const hashKeyOfOne = createHmac('sha256', Buffer.alloc(32, 1)).update('keyed hash, 1').digest()

test('the listed keys, in their order', () => {
  expect(parseKeys(`20261201-a1b2:${ONE}, first:${TWO}`)).toEqual([
    { id: '20261201-a1b2', bytes: Buffer.alloc(32, 1) },
    { id: 'first', bytes: Buffer.alloc(32, 2) },
  ])
})

test.each([
  ['nothing', ''],
  ['no id', ONE],
  ['an empty id', `:${ONE}`],
  ['capitals in an id', `A:${ONE}`],
  ['a dot in an id: texts are split there', `a.b:${ONE}`],
  ['a dash first', `-a:${ONE}`],
  ['a long id', `${'a'.repeat(25)}:${ONE}`],
  ['a short key', `a:${base64(1, 31)}`],
  ['a long key', `a:${base64(1, 33)}`],
  ['no key', 'a:'],
  ['an id twice', `a:${ONE},a:${TWO}`],
  ['one good and one bad', `a:${ONE},b:short`],
  ['a comma at the end', `a:${ONE},`],
])('%s: not a list of keys', (_what, text) => {
  expect(parseKeys(text)).toBeUndefined()
  expect(() => read({ SEALING_KEYS: text, HASH_KEY: HASH })).toThrow(/variables: SEALING_KEYS$/)
})

test('SEALING_KEY alone: all is written as the release before reads it, and what is hashed stays as it was', () => {
  const { sealer, hashKey } = read({ SEALING_KEY: ONE })
  expect(sealer).toMatchObject({ form: 'v1', keyIds: ['first'], sealsNames: false })
  expect(hashKey).toEqual(hashKeyOfOne)
})

test('beside SEALING_KEYS it opens what it sealed, and is not there twice', () => {
  const both = read({ SEALING_KEYS: `new:${TWO}`, SEALING_KEY: ONE })
  expect(both.sealer).toMatchObject({ form: 'v2.gcm.new', keyIds: ['new', 'first'], sealsNames: true })
  expect(both.hashKey).toEqual(hashKeyOfOne)
  expect(both.sealer.open(read({ SEALING_KEY: ONE }).sealer.seal('x', 'p'), 'p')).toBe('x')
  expect(read({ SEALING_KEYS: `new:${TWO},first:${ONE}`, SEALING_KEY: TWO }).sealer.keyIds).toEqual(['new', 'first'])
})

test('the key of hashes is its own: sealing keys come and go', () => {
  const { hashKey } = read({ SEALING_KEYS: `new:${TWO},first:${ONE}`, HASH_KEY: HASH })
  expect(hashKey).toEqual(Buffer.alloc(32, 3))
  expect(read({ SEALING_KEYS: `newer:${ONE}`, HASH_KEY: HASH }).hashKey).toEqual(hashKey)
  expect(() => read({ SEALING_KEYS: `new:${TWO}` })).toThrow(/variables: HASH_KEY$/)
  expect(hashKeyOf({ id: 'first', bytes: Buffer.alloc(32, 1) })).toEqual(hashKeyOfOne)
})

test('SM4 is not written as long as the release before must read it', () => {
  const algorithm = { SEALING_ALGORITHM: 'sm4-cbc-hmac-sm3' }
  expect(read({ SEALING_KEYS: `new:${TWO},first:${ONE}`, ...algorithm }).sealer.form).toBe('v2.sm4.new')
  for (const keys of [{ SEALING_KEY: ONE }, { SEALING_KEYS: `first:${ONE},new:${TWO}` }]) {
    expect(() => read({ ...keys, ...algorithm })).toThrow(/variables: SEALING_ALGORITHM$/)
  }
})

test('a wrong key is named without being quoted', () => {
  expect(() => read({})).toThrow(/variables: SEALING_KEYS$/)
  expect(() => read({ SEALING_KEY: 'c2hvcnQ=', HASH_KEY: 'c2hvcnQ=' })).toThrow(/variables: SEALING_KEY, HASH_KEY$/)
  expect(keyBytes('c2hvcnQ=')).toBeUndefined()
})

test('a key says when it was made, if its id does', () => {
  expect(madeAt('20261201-a1b2')).toBe(Date.parse('2026-12-01T00:00:00Z'))
  expect(madeAt('20261201')).toBe(Date.parse('2026-12-01T00:00:00Z'))
  for (const id of ['first', 'sandbox', '20261301-x', '202612011', 'x20261201']) expect(madeAt(id)).toBeUndefined()
})
