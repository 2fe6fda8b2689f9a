import {
  type AnswerValue,
  displayValue,
  type Field,
  type FieldType,
  type FormSchema,
  normalizePatch,
  validateForm,
} from '../../../miniprogram/shared/form'
import { FIELD_TYPES } from '../../../miniprogram/shared/form/fields'

/**
 * Every field type against everything that a field may be handed: what is kept of it, and what the citizen reads.
 * `refused` = not saved, with this word; `kept` = saved as it is, with this complaint or none; a value = saved like this.
 */
const INPUTS = ['empty', 'overlong', 'wrong type', 'control', 'emoji', 'full-width', 'script'] as const
type InputKind = (typeof INPUTS)[number]

type Expected =
  { readonly refused: string } | { readonly saved: AnswerValue; readonly told?: string; readonly reads?: string }

interface Row {
  readonly typed: unknown
  readonly expect: Expected
}

const OPTIONS = [
  { value: 'a', label: '甲' },
  { value: '1', label: '一' },
]
const COLUMNS: readonly Field[] = [
  { id: 'org', label: '单位', type: 'text' },
  { id: 'years', label: '年数', type: 'number' },
]
const FIELDS: Readonly<Partial<Record<FieldType, Partial<Field>>>> = {
  text: {},
  textarea: {},
  number: {},
  date: {},
  daterange: {},
  single_choice: { options: OPTIONS },
  multi_choice: { options: OPTIONS },
  region: {},
  address: {},
  id_card: {},
  uscc: {},
  phone: {},
  email: {},
  money: {},
  area: {},
  boolean: {},
  table: { columns: COLUMNS, constraints: { maxRows: 2 } },
  signature: {},
}

const SCRIPT = '<script>alert(1)</script>'
const unseen = (place: string): string => `${place}看不见（U+0000），请把这里删掉，重新输入`
const picture = (place: number): string => `第 ${place} 个字“😀”是表情或图案，证照和档案里印不出来，请换成文字`
const ID_CARD = '身份证号码不正确，请核对 18 位号码（最后一位可能是 X）'
const USCC = '统一社会信用代码不正确，请对照营业执照核对 18 位代码'
const PHONE = '电话号码不正确，请填写一个 11 位手机号，或带区号的座机号（如 022-12345678）'
const EMAIL = '电子邮箱不正确，应类似 name@example.cn'
const NUMBER = '请填写数字'
const DATE = '请选择正确的日期'
const RANGE = '请重新选择起止日期'
const YES_NO = '请选择“是”或“否”'
const CHOICE = '请从现有选项中重新选择'
const BLANK: Row = { typed: ' ', expect: { saved: null } }

const saved = (typed: unknown, value: AnswerValue, told?: string): Row => ({
  typed,
  expect: { saved: value, ...(told === undefined ? {} : { told }) },
})
const kept = (typed: string, told?: string): Row => saved(typed, typed, told)
const refused = (typed: unknown, word: string): Row => ({ typed, expect: { refused: word } })

/** A text that is taken as it is, up to a length. */
const textRows = (max: number, word: string): Readonly<Record<InputKind, Row>> => ({
  empty: BLANK,
  overlong: kept('长'.repeat(max + 1), `最多 ${max} 个字，多了 1 个字`),
  'wrong type': refused(['天津'], word),
  control: kept('天津\u0000市', unseen('第 3 个字（“天津”后面）')),
  emoji: kept('天津😀', picture(3)),
  'full-width': kept('１２３'),
  script: kept(SCRIPT),
})

const numberRows = (other: string): Readonly<Record<InputKind, Row>> => ({
  empty: BLANK,
  overlong: refused('9'.repeat(400), NUMBER),
  'wrong type': refused(true, NUMBER),
  control: refused('1\u00002', other),
  emoji: refused('1😀', other),
  'full-width': saved('１，２３４．５', 1234.5),
  script: refused(SCRIPT, NUMBER),
})

const TABLE: Readonly<Partial<Record<FieldType, Readonly<Record<InputKind, Row>>>>> = {
  text: textRows(200, '请填写文字'),
  textarea: textRows(2000, '请填写文字'),
  address: textRows(200, '请填写地址'),
  region: { ...textRows(60, '请重新选择地区'), 'wrong type': refused({ province: '天津' }, '请重新选择地区') },
  number: numberRows(NUMBER),
  money: numberRows('请只填以“万元”为单位的数字'),
  area: numberRows('请只填以“㎡”为单位的数字'),
  date: {
    empty: { typed: '', expect: { saved: null } },
    overlong: refused('2026-11-02'.repeat(9), DATE),
    'wrong type': refused(20261102, DATE),
    control: refused('2026-11-\u000002', DATE),
    emoji: refused('📅', DATE),
    'full-width': saved('２０２６－１１－０２', '2026-11-02'),
    script: refused(SCRIPT, DATE),
  },
  daterange: {
    empty: { typed: '', expect: { saved: null } },
    overlong: refused({ begin: '2026-11-02'.repeat(9), end: '2026-11-03' }, RANGE),
    'wrong type': refused('2026-11-02', RANGE),
    control: refused({ begin: '2026-11-\u000002', end: '2026-11-03' }, RANGE),
    emoji: refused({ begin: '📅', end: '2026-11-03' }, RANGE),
    'full-width': saved({ begin: '２０２６-１１-０２', end: '2026-11-03' }, { begin: '2026-11-02', end: '2026-11-03' }),
    script: refused({ begin: SCRIPT, end: SCRIPT }, RANGE),
  },
  single_choice: {
    empty: { typed: '', expect: { saved: null } },
    overlong: kept('a'.repeat(500), CHOICE),
    'wrong type': refused(['a'], '请从选项中选择一项'),
    control: kept('a\u0000', CHOICE),
    emoji: kept('😀', CHOICE),
    'full-width': kept('１', CHOICE),
    script: kept(SCRIPT, CHOICE),
  },
  multi_choice: {
    empty: { typed: [], expect: { saved: null } },
    overlong: saved(['a'.repeat(500)], ['a'.repeat(500)], CHOICE),
    'wrong type': refused('a', '请从选项中选择'),
    control: saved(['a\u0000'], ['a\u0000'], CHOICE),
    emoji: saved(['😀'], ['😀'], CHOICE),
    'full-width': saved(['１'], ['１'], CHOICE),
    script: saved([SCRIPT], [SCRIPT], CHOICE),
  },
  id_card: {
    empty: BLANK,
    overlong: kept('1'.repeat(19), ID_CARD),
    'wrong type': refused(120116, '请填写证件号码'),
    control: kept('12011619800214002\u0000', unseen('第 18 个字（“02”后面）')),
    emoji: kept('😀', picture(1)),
    'full-width': saved('１２０１１６１９８００２１４００２４', '120116198002140024'),
    script: saved('<b>', '<B>', ID_CARD),
  },
  uscc: {
    empty: BLANK,
    overlong: kept('9'.repeat(19), '最多 18 个字，多了 1 个字'),
    'wrong type': refused(91120116, '请填写统一社会信用代码'),
    control: kept('91120116MA0FXN011\u0000', unseen('第 18 个字（“11”后面）')),
    emoji: kept('😀', picture(1)),
    'full-width': saved('９１１２０１１６ma0fxn011b', '91120116MA0FXN011B'),
    script: saved('<b>', '<B>', USCC),
  },
  phone: {
    empty: BLANK,
    overlong: kept('1'.repeat(31), '最多 30 个字，多了 1 个字'),
    'wrong type': refused(13000000102, '请填写电话号码'),
    control: kept('1300000\u00000102', unseen('第 8 个字（“00”后面）')),
    emoji: kept('😀', picture(1)),
    'full-width': saved('１３００００００１０２', '13000000102'),
    script: saved('<b>', '<B>', PHONE),
  },
  email: {
    empty: BLANK,
    overlong: kept(`${'a'.repeat(300)}@b.cn`, '最多 100 个字，多了 205 个字'),
    'wrong type': refused({ at: 'b.cn' }, '请填写电子邮箱'),
    control: kept('a\u0000@b.cn', unseen('第 2 个字（“a”后面）')),
    emoji: kept('😀@b.cn', picture(1)),
    'full-width': saved('１２３＠ｂ．ｃｎ', '123@b.cn'),
    script: kept('<b>', EMAIL),
  },
  boolean: {
    empty: { typed: '', expect: { saved: null } },
    overlong: refused('1'.repeat(99), YES_NO),
    'wrong type': refused(['1'], YES_NO),
    control: refused('1\u0000', YES_NO),
    emoji: refused('✅', YES_NO),
    'full-width': refused('１', YES_NO),
    script: refused(SCRIPT, YES_NO),
  },
  table: {
    empty: { typed: [], expect: { saved: null } },
    overlong: saved(Array(3).fill({ org: '甲', years: 1 }), Array(3).fill({ org: '甲', years: 1 }), '最多填写 2 行'),
    'wrong type': refused({ org: '甲' }, '表格内容不正确，请重新填写'),
    control: saved([{ org: '甲\u0000', years: 1 }], [{ org: '甲\u0000', years: 1 }], unseen('第 2 个字（“甲”后面）')),
    emoji: saved([{ org: '😀', years: 1 }], [{ org: '😀', years: 1 }], picture(1)),
    'full-width': saved([{ org: '甲', years: '１２' }], [{ org: '甲', years: 12 }]),
    script: saved([{ org: SCRIPT, years: 1 }], [{ org: SCRIPT, years: 1 }]),
  },
  signature: {
    empty: { typed: [], expect: { saved: null } },
    overlong: refused(['a'.repeat(65)], '请重新签名'),
    'wrong type': refused('a', '请重新签名'),
    control: refused(['a\u0000'], '请重新签名'),
    emoji: refused(['😀'], '请重新签名'),
    'full-width': refused(['ａ１'], '请重新签名'),
    script: refused([SCRIPT], '请重新签名'),
  },
}

function judge(type: FieldType, typed: unknown): Expected & { readonly shown: string } {
  const field: Field = { id: 'f', label: '项', ...FIELDS[type], type }
  const sections = [{ id: 's', title: '节', fields: [field] }]
  const schema: FormSchema = { formId: 'F', version: '1.0', title: '表', sections, rules: [], notes: [] }
  const { answers, problems } = normalizePatch(schema, { f: typed })
  const [refusal] = problems
  if (refusal) return { refused: refusal.message, shown: '' }
  const context = { form: answers, situation: {}, attachments: {}, account: {}, credit: {}, param: {} }
  const [complaint] = validateForm(schema, { ...context, today: '2026-11-02' })
  const value = answers['f'] ?? null
  return { saved: value, ...(complaint && { told: complaint.message }), shown: displayValue(field, value) }
}

const rows = FIELD_TYPES.flatMap((type) =>
  INPUTS.flatMap((input) => {
    const row = TABLE[type]?.[input]
    return row ? [[type, input, row] as const] : []
  }),
)

test.each(rows)('%s, %s', (type, input, { typed, expect: expected }) => {
  const { shown, ...found } = judge(type, typed)
  expect(found).toEqual(expected)
  // What is kept is text for the reader: nothing that was typed gains or loses a sign of markup.
  if ('saved' in found && typeof found.saved === 'string' && input === 'script') expect(shown).toContain('<')
})

test('every type of the contract is met with every input', () => {
  process.stdout.write(`field type × input: ${rows.length} rows\n`)
  expect(rows).toHaveLength(18 * INPUTS.length)
})
