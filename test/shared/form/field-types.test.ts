import type { AnswerValue, Field, FieldType, FormSchema } from '../../../miniprogram/shared/form'
import { normalizePatch, validateForm } from '../../../miniprogram/shared/form'
import { kindOf } from '../../../miniprogram/shared/form/fields'

const TODAY = '2026-11-02'

/** A form of one field, judged like any other. */
function judge(field: Partial<Field>, value: unknown): { value: AnswerValue | undefined; codes: string[] } {
  const schema: FormSchema = {
    formId: 'F',
    version: '1.0',
    title: '表',
    sections: [{ id: 's', title: '节', fields: [{ id: 'f', label: '项', type: 'text', ...field }] }],
    rules: [],
    notes: [],
  }
  const { answers, problems } = normalizePatch(schema, { f: value })
  const found = validateForm(schema, {
    form: answers,
    situation: {},
    attachments: {},
    account: {},
    credit: {},
    param: {},
    today: TODAY,
  })
  return { value: answers.f, codes: [...problems, ...found].map(({ field: at, code }) => at.replace(/^f/, '') + code) }
}

/** [what is typed, what is kept, what is wrong with it] */
type Row = readonly [typed: unknown, kept: AnswerValue | undefined, ...codes: string[]]

const OPTIONS = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
  { value: 'c', label: '丙' },
]

const SCRIPT = '<script>alert(1)</script>'

const TABLES: readonly (readonly [FieldType, Partial<Field>, readonly Row[]])[] = [
  [
    'text',
    { constraints: { minLength: 2, maxLength: 30 } },
    [
      ['  欧阳晴川 ', '欧阳晴川'],
      ['𬱖𬱟', '𬱖𬱟'], // rare characters of names, two characters long
      ['𬱖'.repeat(30), '𬱖'.repeat(30)],
      ['Ａ１', 'Ａ１'], // names stay as they are written
      [SCRIPT, SCRIPT], // text is text: it is shown as it was typed
      ['   ', null],
      ['', null],
      [null, null],
      ['晴', '晴', 'minLength'],
      ['晴'.repeat(31), '晴'.repeat(31), 'maxLength'],
      ['晴\u0000川', '晴\u0000川', 'control'],
      ['晴\u200b川', '晴\u200b川', 'control'],
      ['晴\u202e川', '晴\u202e川', 'control'],
      ['晴\n川', '晴\n川', 'control'],
      ['晴\ud83d', '晴\ud83d', 'control'],
      ['晴川😀', '晴川😀', 'emoji'],
      ['晴川❤️', '晴川❤️', 'emoji'],
      [12, undefined, 'type'],
      [{}, undefined, 'type'],
    ],
  ],
  ['text', {}, [['长'.repeat(201), '长'.repeat(201), 'maxLength']]],
  [
    'text',
    { constraints: { pattern: 'zip' } },
    [
      ['300450', '300450'],
      ['30045', '30045', 'pattern'],
    ],
  ],
  [
    'textarea',
    {},
    [
      ['一\r\n二\r三', '一\n二\n三'],
      ['一\t二', '一\t二'],
      ['一\u0007', '一\u0007', 'control'],
      ['长'.repeat(2001), '长'.repeat(2001), 'maxLength'],
      [['一'], undefined, 'type'],
    ],
  ],
  [
    'number',
    { constraints: { min: 1, max: 12, precision: 1 } },
    [
      [3, 3],
      ['３', 3],
      [' 3.5 ', 3.5],
      ['1,0', 10],
      ['', null],
      [0, 0, 'min'],
      [-1, -1, 'min'],
      [13, 13, 'max'],
      [3.25, 3.25, 'precision'],
      ['三', undefined, 'type'],
      ['0x10', undefined, 'type'],
      ['1e1', undefined, 'type'],
      ['😀', undefined, 'type'],
      [NaN, undefined, 'type'],
      [Infinity, undefined, 'type'],
      [true, undefined, 'type'],
    ],
  ],
  [
    'number',
    { constraints: { precision: 0 } },
    [
      [2024, 2024],
      [2024.5, 2024.5, 'precision'],
      [-5, -5],
    ],
  ],
  [
    'money',
    {},
    [
      ['500', 500],
      [0.123456, 0.123456],
      [-1, -1, 'min'],
      [0.1234567, 0.1234567, 'precision'],
    ],
  ],
  [
    'area',
    {},
    [
      ['88.25', 88.25],
      [88.255, 88.255, 'precision'],
      [-0.01, -0.01, 'min'],
    ],
  ],
  [
    'date',
    { constraints: { dateMin: 'today-6m', dateMax: 'today' } },
    [
      ['2026-11-02', '2026-11-02'],
      ['2026-05-02', '2026-05-02'],
      ['２０２６－１１－０２', '2026-11-02'],
      ['2026-05-01', '2026-05-01', 'dateMin'],
      ['2026-11-03', '2026-11-03', 'dateMax'],
      ['2026-02-30', undefined, 'type'],
      ['2026/11/02', undefined, 'type'],
      [20261102, undefined, 'type'],
    ],
  ],
  [
    'daterange',
    { constraints: { dateMax: 'today+3y' } },
    [
      [
        { begin: '2026-01-01', end: '2026-01-01' },
        { begin: '2026-01-01', end: '2026-01-01' },
      ],
      [{ begin: '2026-01-01' }, { begin: '2026-01-01', end: '' }, 'end'],
      [{ begin: '', end: '2026-01-01' }, { begin: '', end: '2026-01-01' }, 'begin'],
      [{ begin: '', end: null }, null],
      [{ begin: '2026-01-02', end: '2026-01-01' }, { begin: '2026-01-02', end: '2026-01-01' }, 'order'],
      [{ begin: '2026-01-02', end: '2029-11-03' }, { begin: '2026-01-02', end: '2029-11-03' }, 'dateMax'],
      [{ begin: '2026-02-30', end: '' }, undefined, 'type'],
      [{ begin: 1, end: 2 }, undefined, 'type'],
      [['2026-01-01', '2026-01-02'], undefined, 'type'],
      ['2026-01-01', undefined, 'type'],
    ],
  ],
  [
    'single_choice',
    { options: OPTIONS },
    [
      ['a', 'a'],
      ['', null],
      ['z', 'z', 'option'],
      [['a'], undefined, 'type'],
    ],
  ],
  [
    'multi_choice',
    { options: OPTIONS, constraints: { minSelect: 2, maxSelect: 2 } },
    [
      [
        ['b', 'a', 'b'],
        ['a', 'b'],
      ],
      [[], null],
      [['a'], ['a'], 'minSelect'],
      [['a', 'b', 'c'], ['a', 'b', 'c'], 'maxSelect'],
      [['a', 'z'], ['a', 'z'], 'option'],
      ['a', undefined, 'type'],
      [[1], undefined, 'type'],
    ],
  ],
  [
    'region',
    {},
    [
      ['天津市  天津市 滨海新区', '天津市 天津市 滨海新区'],
      [['天津市', '天津市', '滨海新区'], '天津市 天津市 滨海新区'],
      [[], null],
      ['区'.repeat(61), '区'.repeat(61), 'maxLength'],
      [[1, 2], undefined, 'type'],
    ],
  ],
  [
    'address',
    {},
    [
      ['虚构路 8 号', '虚构路 8 号'],
      ['路\u0001', '路\u0001', 'control'],
      [8, undefined, 'type'],
    ],
  ],
  [
    'id_card',
    {},
    [
      ['120116199508120041', '120116199508120041'],
      [' １２０１１６ １９９５０８１２ ００４１ ', '120116199508120041'],
      ['11010519491231002x', '11010519491231002X'],
      ['120116199508120042', '120116199508120042', 'pattern'],
      [SCRIPT, SCRIPT.toUpperCase(), 'maxLength'],
      ['😀', '😀', 'emoji'],
      [120116, undefined, 'type'],
    ],
  ],
  [
    'uscc',
    {},
    [
      ['91120116ma0fxn011b', '91120116MA0FXN011B'],
      ['91120116MA0FXN011C', '91120116MA0FXN011C', 'pattern'],
    ],
  ],
  [
    'phone',
    {},
    [
      ['130 0000 0101', '13000000101'],
      ['０２２－１２３４５６７８', '022-12345678'],
      ['022—12345678', '022-12345678'],
      ['400-123-4567', '400-123-4567'],
      ['12345', '12345', 'pattern'],
    ],
  ],
  [
    'phone',
    { constraints: { pattern: 'mobile' } },
    [
      ['13000000101', '13000000101'],
      ['022-12345678', '022-12345678', 'pattern'],
    ],
  ],
  [
    'email',
    { constraints: { maxLength: 20 } },
    [
      ['ｑing＠example.cn', 'qing@example.cn'],
      ['qing@example', 'qing@example', 'pattern'],
      ['qingchuan-long@example.cn', 'qingchuan-long@example.cn', 'maxLength'],
    ],
  ],
  [
    'boolean',
    {},
    [
      ['1', '1'],
      [true, '1'],
      ['0', '0'],
      [false, '0'],
      ['yes', undefined, 'type'],
      [1, undefined, 'type'],
    ],
  ],
  [
    'boolean',
    { constraints: { mustBeTrue: true } },
    [
      ['1', '1'],
      ['0', '0', 'mustBeTrue'],
    ],
  ],
  [
    'table',
    {
      columns: [
        { id: 'org', label: '单位', type: 'text', required: true },
        { id: 'years', label: '年数', type: 'number' },
      ],
      constraints: { minRows: 2, maxRows: 2 },
    },
    [
      [[], null],
      [
        [{ org: '甲' }, { org: ' 乙 ', years: '２', foreign: 1 }],
        [
          { org: '甲', years: null },
          { org: '乙', years: 2 },
        ],
      ],
      [[{ org: '甲' }], [{ org: '甲', years: null }], 'minRows'],
      [
        [{ org: '甲' }, { years: -1e13 }],
        [
          { org: '甲', years: null },
          { org: null, years: -1e13 },
        ],
        '[1].orgrequired',
        '[1].yearsmin',
      ],
      [[{ org: '甲' }, { org: '乙' }, { org: '丙' }], Array.from('甲乙丙', (org) => ({ org, years: null })), 'maxRows'],
      [[{ org: 1 }], undefined, 'type'],
      [['甲'], undefined, 'type'],
      [{ org: '甲' }, undefined, 'type'],
    ],
  ],
  [
    'signature',
    {},
    [
      [['FJ20261102102455000106'], ['FJ20261102102455000106']],
      [[], null],
      [['../other'], undefined, 'type'],
      ['FJ1', undefined, 'type'],
    ],
  ],
]

describe.each(TABLES)('%s %j', (type, field, rows) => {
  test.each(rows)('%j', (typed, kept, ...codes) => {
    expect(judge({ ...field, type }, typed)).toEqual({ value: kept, codes })
  })
})

test('every type asks for itself when it is required', () => {
  for (const [type, field] of TABLES) {
    expect([type, judge({ ...field, type, required: true }, null).codes]).toEqual([type, ['required']])
  }
})

test('a declaration that is not agreed to yet asks for the tick, and does not repeat its whole text', () => {
  const field: Field = { id: 'f', label: '本人承诺……', type: 'boolean', constraints: { mustBeTrue: true } }
  expect(kindOf('boolean').missing(field).message).toBe('请阅读后勾选“我已阅读并同意”')
  expect(kindOf('boolean').missing({ ...field, constraints: {} }).message).toBe('请选择本人承诺……')
})

test('what was tidied stays the same when it is tidied again', () => {
  for (const [type, rest, rows] of TABLES) {
    const field: Field = { id: 'f', label: '项', ...rest, type }
    for (const [, kept] of rows) {
      if (kept !== undefined) expect(kindOf(type).normalize(kept, field)).toEqual({ ok: true, value: kept })
    }
  }
})

test('an unknown field and an oversized value are refused, the rest is kept', () => {
  expect(judge({}, '长'.repeat(70_000)).codes).toEqual(['size'])
  const schema: FormSchema = {
    formId: 'F',
    version: '1.0',
    title: '表',
    sections: [{ id: 's', title: '节', fields: [{ id: 'f', label: '项', type: 'text' }] }],
    rules: [],
    notes: [],
  }
  const { answers, problems } = normalizePatch(schema, { f: '好', g: 1, constructor: 1 })
  expect(answers).toEqual({ f: '好' })
  expect(problems.map(({ field, code }) => [field, code])).toEqual([
    ['g', 'unknown'],
    ['constructor', 'unknown'],
  ])
})
