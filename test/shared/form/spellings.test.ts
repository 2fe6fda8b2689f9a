import { readCell } from '../../../cloudfunctions/domain/table/cells'
import { toLoginName } from '../../../miniprogram/shared/domain/login-name'
import type { AnswerValue, Field } from '../../../miniprogram/shared/form'
import { idCard } from '../fixtures/context'
import { judge } from './judged-field'

/** Codes and numbers as people write them: one form is stored, wherever one comes in. */

type Spell = (text: string) => string

const wide: Spell = (text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
const parts =
  (mark: string): Spell =>
  (text) =>
    text.replace(/([0-9A-Z]{3})(?=[0-9A-Z])/g, `$1${mark}`)

/** Ways to write any code: by hand, by a phone's keyboard, by copying out of a PDF, a chat, a spreadsheet. */
const ANY: Readonly<Record<string, Spell>> = {
  'as it is': (text) => text,
  'blanks around': (text) => `  ${text} \n`,
  'blanks inside': parts(' '),
  'no-break and Chinese blanks': parts('\u00a0\u3000'),
  'thin blanks': parts('\u2009'),
  'full width': wide,
  'small letters': (text) => text.toLowerCase(),
  'full-width small letters': (text) => wide(text.toLowerCase()),
  'direction marks of an address book': (text) => `\u202d${text}\u202c`,
  'zero-width blanks': parts('\u200b'),
  'a soft hyphen at a line end': parts('\u00ad'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'a variation selector of a PDF': parts('\ufe0d'),
  'a Hangul filler': (text) => `${text}\u3164`,
  "a line break of a spreadsheet's cell": (text) => `${text}\r\n`,
}
/** Signs that only make a number easier to read. */
const SIGNS: Readonly<Record<string, Spell>> = {
  hyphens: parts('-'),
  'long dashes': parts('—'),
  'minus signs and en dashes': parts('\u2212\u2013'),
  dots: parts('.'),
}

interface Kind {
  readonly name: string
  readonly field: Partial<Field>
  readonly stored: string
  /** Signs go. */
  readonly bare?: true
  readonly login?: true
  /** As it is printed, and as people say it. */
  readonly own?: readonly string[]
}

const text = (pattern: string, more: object = {}): Partial<Field> => ({
  type: 'text',
  constraints: { pattern, ...more },
})
const document: Partial<Field> = { type: 'id_card', constraints: { documentType: 'of' } }

const KINDS: readonly Kind[] = [
  {
    ...{ name: 'mobile', field: { type: 'phone', constraints: { pattern: 'mobile' } }, stored: '13000000101' },
    ...{ bare: true, login: true },
    own: [
      '+86 130 0000 0101',
      '+86-13000000101',
      '0086 13000000101',
      '8613000000101',
      '（+86）130-0000-0101',
      '手机：13000000101',
      'tel:+86-130-0000-0101',
    ],
  },
  {
    ...{ name: 'fixed line', field: { type: 'phone' }, stored: '022-12345678' },
    own: [
      '(022)12345678',
      '（022）1234 5678',
      '022 12345678',
      '02212345678',
      '022—12345678',
      '022-1234-5678',
      '022.1234.5678',
      '022一12345678',
      '+86 22 1234 5678',
      '+86(022)12345678',
      '86-022-12345678',
      '电话：022-12345678',
    ],
  },
  {
    ...{ name: 'extension', field: { type: 'phone' }, stored: '022-12345678-8001' },
    own: [
      '022-12345678转8001',
      '(022)12345678#8001',
      '022-12345678 ext. 8001',
      '02212345678分机8001',
      '022-12345678,8001',
    ],
  },
  { name: '400', field: { type: 'phone' }, stored: '400-123-4567', own: ['4001234567', '400 1234567', '400-1234-567'] },
  { name: 'hotline', field: { type: 'phone' }, stored: '12345', own: ['１２３４５', '电话12345'] },
  { name: '96 number', field: { type: 'phone' }, stored: '96196' },
  { name: 'hotline of a city', field: { type: 'phone' }, stored: '022-12345', own: ['(022)12345', '022 12345'] },
  {
    name: 'abroad',
    field: { type: 'phone' },
    stored: '+85221234567',
    own: ['+852 2123 4567', '00852-21234567', '(+852)21234567'],
  },
  { name: 'ID number', field: { type: 'id_card' }, stored: idCard('12011619960721004'), bare: true, login: true },
  { name: 'ID number with X', field: { type: 'id_card' }, stored: '11010519491231002X', bare: true, login: true },
  {
    ...{ name: 'passport', field: document, stored: 'E12345678', bare: true },
    own: ['E 1234-5678', 'e1234 5678', 'Ｅ－１２３４５６７８'],
  },
  {
    name: 'Taiwan permit of the old kind',
    field: document,
    stored: '1234567890A',
    bare: true,
    own: ['1234567890(A)', '1234567890（a）'],
  },
  { name: 'credit code', field: { type: 'uscc' }, stored: '91120116MA0FXN011B', bare: true, login: true },
  { name: 'postcode', field: text('zip', { maxLength: 6 }), stored: '300450', bare: true },
  {
    ...{ name: 'medical licence', field: text('medical-licence', { maxLength: 22 }), bare: true },
    ...{ stored: 'PDY12345612011617D1102', own: ['PDY1 2345 6120 1161 7D 1102', '编号：PDY12345-6 120116 17D1102'] },
  },
  {
    ...{ name: 'nurse certificate', field: text('nurse-certificate', { maxLength: 16 }), bare: true },
    ...{ stored: '2014120000012345', own: ['2014 1200 0001 2345', '第2014120000012345号'] },
  },
  {
    name: 'physician qualification',
    field: text('physician-qualification', { maxLength: 27 }),
    stored: '20201211012011619960721004X',
    bare: true,
  },
  {
    name: 'physician licence',
    field: text('physician-licence', { maxLength: 15 }),
    stored: '110120116000123',
    bare: true,
  },
  { name: 'driver certificate', field: text('driver-certificate'), stored: '12011619960721004X', bare: true },
  {
    name: 'ship registration',
    field: text('ship-registration'),
    stored: '220012345678',
    bare: true,
    own: ['22 0012 345678'],
  },
  { name: 'ship id', field: text('ship-id'), stored: 'CN20101234567', bare: true },
  { name: 'ship survey', field: text('ship-survey'), stored: '2006A2100258', bare: true },
  {
    ...{ name: 'plate', field: text('plate', { maxLength: 9 }), stored: '津A12345', bare: true },
    own: ['津A·12345', '津A・12345', '津A•12345', '津 A-12345', '津ａ·１２３４５'],
  },
  { name: 'plate of a trailer', field: text('plate'), stored: '津C1234挂', own: ['津C·1234挂', '津C1234 挂'] },
  {
    ...{ name: 'licence number', field: text('licence-number'), stored: '津〔2020〕第1号' },
    own: ['津(2020)第1号', '津（2020）第1号', '津[2020]第1号', '津【2020】第 1 号', '津﹝2020﹞第１号'],
  },
  {
    ...{ name: 'vehicle size', field: text('vehicle-size', { maxLength: 24 }), stored: '11980×2550×3990' },
    own: [
      '11980*2550*3990',
      '11980x2550X3990',
      '11980 × 2550 × 3990 mm',
      '11980＊2550＊3990毫米',
      '长11980×宽2550×高3990',
    ],
  },
  {
    ...{ name: 'time of day', field: text('clock-time', { maxLength: 5 }), stored: '08:30' },
    own: ['8:30', '８：３０', '8点30分', '08.30', '8时30'],
  },
  {
    name: 'CAS number',
    field: text('cas-number'),
    stored: '64-17-5',
    own: ['64—17—5', '64 17 5', 'CAS：64-17-5', 'CAS号 64-17-5'],
  },
]
const rows = KINDS.flatMap(({ name, field, stored, bare, login, own = [] }) => {
  const spell = { ...ANY, ...(bare ? SIGNS : {}) }
  const typed = [
    ...Object.entries(spell).map(([how, write]) => [how, write(stored)] as const),
    ...own.map((one) => [one, one] as const),
  ]
  return typed.map(([how, one]) => ({ name, how, field, stored, typed: one, login: login === true }))
})

/** Beside 证件类型, the form of one field has none: any document's number is cleaned alike, and tested elsewhere. */
const isDocument = ({ constraints }: Partial<Field>): boolean => constraints?.documentType !== undefined

test.each(rows)('$name, $how', ({ field, stored, typed, login }) => {
  const whole: Field = { id: 'f', label: '项', type: 'text', ...field }
  expect(judge(field, typed)).toEqual({ value: stored, codes: isDocument(field) ? ['pattern'] : [] })
  expect(readCell(typed, whole)).toEqual({ ok: true, value: stored })
  if (login) expect(toLoginName(typed)).toBe(stored)
})

test('every kind is met with at least twelve spellings', () => {
  for (const { name } of KINDS)
    expect([name, rows.filter((row) => row.name === name).length >= 12]).toEqual([name, true])
})

describe('e-mail', () => {
  test.each([
    'yu@example.cn,',
    'yu@example.cn；',
    '<yu@example.cn>',
    '《yu@example.cn》',
    'mailto:yu@example.cn',
    ' yu@example.cn\n',
    'yu@example。cn',
    'ｙｕ＠ｅｘａｍｐｌｅ．ｃｎ',
    'yu @ example.cn',
    '\u200byu@example.cn\u202c',
    '“yu@example.cn”',
    'yu@example.cn。',
    'yu@example.cn.',
  ])('%s', (typed) => {
    expect(judge({ type: 'email' }, typed)).toEqual({ value: 'yu@example.cn', codes: [] })
  })

  test.each([
    '虞<yu@example.cn>',
    'yu@example.cn,yu@example.com',
    'yu@example',
    'yu@@example.cn',
    'yu@exa，mple.cn',
    '@example.cn',
    'yu.@example.cn',
    'yu..qinghe@example.cn',
    '.yu@example.cn',
  ])('%s is asked about', (typed) => expect(judge({ type: 'email' }, typed).codes).toEqual(['pattern']))

  test('capitals stay', () => {
    expect(judge({ type: 'email' }, 'Yu.Qinghe+1@Example.CN').value).toBe('Yu.Qinghe+1@Example.CN')
  })
})

/** [unit of the field, what is typed, the number; undefined = asked] */
const NUMBERS: readonly (readonly [string, string, AnswerValue | undefined])[] = [
  ['', '3.5', 3.5],
  ['', '３．５', 3.5],
  ['', '3。5', 3.5],
  ['', '3，5', undefined],
  ['', '3,5', undefined],
  ['', '800,5', undefined],
  ['', '1.234,56', undefined],
  ['', '0,123', undefined],
  ['', '1,0000', undefined],
  ['', '1,234 567', undefined],
  ['', '1,234.5', 1234.5],
  ['', '1，234，567', 1234567],
  ['', '1 234 567', 1234567],
  ['', '3 5', undefined],
  ['', '\u202d1234\u202c', 1234],
  ['', '1\u00ad234', 1234],
  ['', '+5', 5],
  ['', '−5', -5],
  ['', '.5', 0.5],
  ['', '5.', 5],
  ['', '１２万', 120000],
  ['', '1.5亿', 150000000],
  ['', '1e3', undefined],
  ['', '约500', undefined],
  ['', '500-600', undefined],
  ['', '五百', undefined],
  ['', '(5)', undefined],
  ['元', '500元', 500],
  ['元', '￥500', 500],
  ['元', '5万元', 50000],
  ['元', '500美元', undefined],
  ['元/月', '3200元', 3200],
  ['万元', '500 万元', 500],
  ['万元', '500万', 500],
  ['万元', '1.2亿元', 12000],
  ['万元', '500元', undefined],
  ['㎡', '88.5平方米', 88.5],
  ['㎡', '88.5m²', 88.5],
  ['㎡', '88.5亩', undefined],
  ['%', '60％', 60],
  ['%', '60%', 60],
  ['人', '12人', 12],
  ['吨', '500公斤', undefined],
  ['千克', '５００公斤', 500],
]

test.each(NUMBERS)('a number in %j: %s → %p', (unit, typed, right) => {
  const field: Partial<Field> = { type: 'number', constraints: unit === '' ? {} : { unit } }
  const { value, codes } = judge(field, typed)
  expect([value, codes]).toEqual([right, right === undefined ? ['type'] : []])
  const cell = readCell(typed, { id: 'f', label: '项', type: 'number', ...field })
  expect(cell.ok ? cell.value : undefined).toBe(right)
})

test('an amount that can be read in two ways is asked about in words', () => {
  const cell = readCell('800,5', { id: 'f', label: '项', type: 'number' })
  expect(cell.ok ? '' : cell.message).toContain('小数点')
  const other = readCell('500元', { id: 'f', label: '项', type: 'money' })
  expect(other).toEqual({ ok: false, message: '写的是“500元”，请只填以“万元”为单位的数字' })
})

test.each([
  ['born in 1850', idCard('12011618500101001')],
  ['born in 2099', idCard('12011620990101001')],
  ['born tomorrow', idCard('12011620261103001')],
])('an ID number of somebody %s is refused', (_, typed) => {
  expect(judge({ type: 'id_card' }, typed)).toEqual({ value: typed, codes: ['pattern'] })
})

test('born today, and 130 years ago, is possible', () => {
  for (const first of ['12011620261102001', '12011618961102001']) {
    expect(judge({ type: 'id_card' }, idCard(first)).codes).toEqual([])
  }
})

test('two numbers, or one without its area code, are asked about', () => {
  for (const typed of [
    '13000000101/13000000102',
    '022-12345678、022-12345679',
    '12345678',
    '022-12345678/79',
    '130000001012',
  ]) {
    expect([typed, judge({ type: 'phone' }, typed).codes]).toEqual([typed, ['pattern']])
  }
})
