import type { TypedValues } from './judged-field'

/** Of numbers, days, choices, ticks, tables and signatures: what is typed, what is kept, what is wrong with it. */

const OPTIONS = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
  { value: 'c', label: '丙' },
]

export const TYPED_VALUES: readonly TypedValues[] = [
  [
    'number',
    { constraints: { min: 1, max: 12, precision: 1 } },
    [
      [3, 3],
      ['３', 3],
      [' 3.5 ', 3.5],
      ['1,0', undefined, 'type'], // ten, or one and no tenth?
      ['1,000', 1000, 'max'],
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
