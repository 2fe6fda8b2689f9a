import type { TypedValues } from './judged-field'

/** Of the field types whose value is a text: what is typed, what is kept, what is wrong with it. */

const SCRIPT = '<script>alert(1)</script>'

export const TYPED_TEXTS: readonly TypedValues[] = [
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
      ['晴\u200b川', '晴川'], // nobody saw it, and it means nothing
      ['晴\u202e川', '晴川'],
      ['晴\n川', '晴\n川', 'control'],
      ['晴\ud83d', '晴\ufffd', 'control'],
      ['晴川😀', '晴川😀', 'emoji'],
      ['晴川❤️', '晴川❤', 'emoji'],
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
      ['12345', '12345'], // a hotline
      ['12345678', '12345678', 'pattern'], // no area code
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
]
