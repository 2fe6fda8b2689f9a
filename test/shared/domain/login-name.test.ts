import { toLoginName } from '../../../miniprogram/shared/domain/login-name'
import { isUscc } from '../../../miniprogram/shared/form/checksums'

const PHONE = '13000000102'
const ID = '120116199607210042'
const ID_X = '12011619960721004X'
const CODE = '91120116MA0FXN011B'

const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
const parts = (text: string, mark: string): string => text.replace(/(.{4})(?=.)/g, `$1${mark}`)

/** Ways to write the same number: by hand, by a phone's keyboard, by copying. */
const SPELLINGS: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['blanks around', (text) => `  ${text}\n`],
  ['blanks inside', (text) => parts(text, ' ')],
  ['no-break and full-width blanks', (text) => parts(text, '\u00a0\u3000')],
  ['hyphens', (text) => parts(text, '-')],
  ['long dashes', (text) => parts(text, '—')],
  ['full-width', wide],
  ['small letters', (text) => text.toLowerCase()],
  ['full-width small letters', (text) => wide(text.toLowerCase())],
  ['direction marks of an address book', (text) => `\u202d${text}\u202c`],
  ['zero-width blanks', (text) => parts(text, '\u200b')],
  ['a byte order mark', (text) => `\ufeff${text}`],
]

describe.each([
  ['mobile', PHONE],
  ['ID number', ID],
  ['ID number with X', ID_X],
  ['credit code', CODE],
])('%s', (_, right) => {
  test.each(SPELLINGS)('%s', (_name, spell) => {
    expect(toLoginName(spell(right))).toBe(right)
  })
})

test.each(['+86 130 0000 0102', '+8613000000102', '0086-130-0000-0102', '86 13000000102', '（+86）13000000102'])(
  'the country before a mobile number goes: %s',
  (typed) => expect(toLoginName(typed)).toBe(PHONE),
)

test.each([
  ['fictional-Person', 'fictional-Person'],
  ['  Yu Qinghe ', 'Yu Qinghe'],
  ['ｘｉｎｇｃｈａ', 'ｘｉｎｇｃｈａ'],
  ['\u202dxing\u200bcha\ufeff', 'xingcha'],
  ['星槎速达', '星槎速达'],
  ['12-34', '12-34'],
  ['86-130', '86-130'],
  ['', ''],
  ['\u200b \u3000', ''],
])('a login name keeps its letters: %j', (typed, right) => {
  expect(toLoginName(typed)).toBe(right)
})

test('a login name of the shape of a credit code, but with another check character, keeps its letters', () => {
  const name = 'ab123456cdefghjkam'
  expect(isUscc(name.toUpperCase())).toBe(false)
  expect(toLoginName(name)).toBe(name)
})
