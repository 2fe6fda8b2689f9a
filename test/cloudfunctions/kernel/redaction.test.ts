import { readConfig } from '../../../cloudfunctions/kernel/config'
import { maskAddress, maskCertNo, maskName, maskPhone } from '../../../miniprogram/shared/form/masked'
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

const SEALED = `v1.${'aB3_'.repeat(4)}.${'cD4-'.repeat(5)}.eF5`
const OPENID = `o${'Ab1_'.repeat(6)}xyz`
test.each([
  ['Authorization: Bearer  abc.DEF/1+2~_-== next', 'Authorization: Bearer [token] next'],
  ['bearer abc', 'Bearer [token]'],
  ['bearertoken stays', 'bearertoken stays'],
  [`at ${SEALED} end`, 'at [sealed] end'],
  [`at v2.sm4.20261201-a1b2.${'aB3_'.repeat(6)}.${'cD4-'.repeat(5)}.eF5 end`, 'at [sealed] end'],
  [`v2.gcm.k.${'aB3_'.repeat(2)}.${'cD4-'.repeat(2)}.x`, '[sealed]'],
  ['v1.short.short.x is none', 'v1.short.short.x is none'],
  ['version v1.2.3', 'version v1.2.3'],
  ['ut.12345 is too short', 'ut.12345 is too short'],
  ['cut.abcdefg is another word', 'cut.abcdefg is another word'],
  ['ut.abcdef,rt.A-b_c.1;', '[token],[token];'],
  [`${OPENID} and ${OPENID}x`, `[openid] and ${OPENID}x`],
  [`x${OPENID}`, `x${OPENID}`],
  ['sandbox-openid-a9-z', '[openid]'],
  ['sandbox-openid- alone', 'sandbox-openid- alone'],
  ['020116199607210042 may be a code of an organisation', '[uscc] may be a code of an organisation'],
  ['1120116199607210042 is too long', '1120116199607210042 is too long'],
  ['x120116199607210042', 'x120116199607210042'],
  ['12011619960721004x', '[id-number]'],
  ['91120116MA0FXN011BA', '91120116MA0FXN011BA'],
  ['A91120116MA0FXN011B', 'A91120116MA0FXN011B'],
  ['9112011XMA0FXN011B has a letter where digits stand', '9112011XMA0FXN011B has a letter where digits stand'],
  ['12000000102 and 113000000102 and 1300000010', '12000000102 and 113000000102 and 1300000010'],
  ['13000000102,19999999999', '[phone],[phone]'],
  ['130000001020', '130000001020'],
  [`${'AB'.repeat(31)}A`, `${'AB'.repeat(31)}A`],
  ['0f'.repeat(32), '[hex]'],
  ['0F'.repeat(40), '[hex]'],
])('%s → %s', (text, expected) => {
  expect(redact(text)).toBe(expected)
})

test('a long text ends after 500 characters, and says that it goes on', () => {
  expect(redact('错'.repeat(500))).toBe('错'.repeat(500))
  expect(redact('错'.repeat(501))).toBe(`${'错'.repeat(500)}…`)
})

describe('masking, as WeChat’s own table has it', () => {
  test.each([
    ['', '*'],
    ['三', '*'],
    ['张三', '*三'],
    [' 张三 ', '*三'],
    ['欧阳五', '欧*五'],
    ['欧阳小五', '欧**五'],
    ['𠮷田五', '𠮷*五'],
  ])('a name: %s → %s', (name, masked) => expect(maskName(name)).toBe(masked))

  test.each([
    ['', '*'],
    ['1', '*'],
    ['12', '**'],
    ['123', '1*3'],
    ['120116199607210042', '1****************2'],
  ])('a certificate: %s → %s', (number, masked) => expect(maskCertNo(number)).toBe(masked))

  test.each([
    ['', '*'],
    ['130000', '******'],
    ['1300001', '130**01'],
    ['13000000102', '130******02'],
  ])('a phone: %s → %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked))

  test.each([
    ['', '*'],
    ['南开', '南*'],
    ['天津市南开区虚构路 1 号 2 门 303', '天津市南开区******'],
  ])('an address: %s → %s', (address, masked) => expect(maskAddress(address)).toBe(masked))
})

test('what staff need stays: case numbers, codes, request ids', () => {
  const text = 'BJ20261102120116000018 3001 req202611020000000024 SX120116000014'
  expect(redact(text)).toBe(text)
})

test('a wrong environment is named without its values', () => {
  const env = { ONE_NETWORK_URL: 'not a url', ONE_NETWORK_APP_SECRET: 'top-secret' }
  expect(() => readConfig(env)).toThrow(/ONE_NETWORK_URL.*ONE_NETWORK_SM2/)
  expect(() => readConfig(env)).not.toThrow(/top-secret/)
})
