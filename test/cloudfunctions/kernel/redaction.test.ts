import { readConfig } from '../../../cloudfunctions/kernel/config'
import { redact } from '../../../cloudfunctions/kernel/redaction'

test.each([
  ['身份证 120116199607210042 有误', '身份证 [id-number] 有误'],
  ['id=11010519491231002X;', 'id=[id-number];'],
  ['uscc 91120116MA0FXN011B', 'uscc [uscc]'],
  ['电话13000000102。', '电话[phone]。'],
  ['token ut.fictional.enterprise.0001 bad', 'token [token] bad'],
  ['rt.abcdefgh12345', '[token]'],
  ['openid oABCDEFGHIJKLMNOPQRSTUVWXYZ1', 'openid [openid]'],
  ['sandbox-openid-citizen-1 called', '[openid] called'],
  [`cipher 04${'ab'.repeat(120)}`, 'cipher [hex]'],
])('%s', (text, expected) => {
  expect(redact(text)).toBe(expected)
})

test('what staff need stays: case numbers, codes, request ids', () => {
  const text = 'BJ20261102120116000018 3001 req202611020000000024 SX120116000014'
  expect(redact(text)).toBe(text)
})

test('a wrong environment is named without its values', () => {
  const env = { ONE_NETWORK_URL: 'not a url', ONE_NETWORK_APP_SECRET: 'top-secret' }
  expect(() => readConfig(env)).toThrow(/ONE_NETWORK_URL.*SEALING_KEY/)
  expect(() => readConfig(env)).not.toThrow(/top-secret/)
})
