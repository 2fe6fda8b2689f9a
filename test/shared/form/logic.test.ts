import type { FormContext, Logic } from '../../../miniprogram/shared/form'
import { evaluate, holds, pathsOf } from '../../../miniprogram/shared/form/logic'
import { CalendarMissing, LogicError } from '../../../miniprogram/shared/form/operators'

const context: FormContext = {
  form: {
    kind: 'first',
    kinds: ['a', 'b'],
    none: null,
    count: 3,
    id_no: '120116199508120041',
    born: '1995-11-03',
    rows: [
      { plate: '津A·F0001', mass: 0.1, note: null },
      { plate: '津A·F0002', mass: 0.2, note: null },
    ],
    people: [{ born: '2008-11-03' }],
    gaps: [{ mass: 1 }, { mass: null }],
  },
  situation: { over3: ['yes'] },
  attachments: { train3: 1 },
  account: { name: '欧阳晴川' },
  credit: {},
  param: { limit: 3, kinds: ['a'] },
  today: '2026-11-02',
}

const form = (id: string): Logic => ({ var: `form.${id}` })

const TABLE: readonly (readonly [Logic, unknown])[] = [
  [{ '===': [form('kind'), 'first'] }, true],
  [{ '!==': [form('none'), 'first'] }, true],
  [{ in: [form('kind'), ['first', 're']] }, true],
  [{ in: ['a', form('kinds')] }, true],
  [{ in: ['a', form('none')] }, false],
  [{ in: ['yes', { var: 'situation.over3' }] }, true],
  [{ in: ['yes', { var: 'situation.unasked' }] }, false],
  // null never compares
  [{ '<=': [form('none'), 3] }, false],
  [{ '>=': [form('none'), 0] }, false],
  [{ '<': [form('none'), '2026-01-01'] }, false],
  [{ '<=': [{ age: [form('none')] }, 60] }, false],
  [{ '<=': [form('count'), '9'] }, false], // nor unlike types
  // nor does anything that was counted with it
  [{ '+': [form('none'), 1] }, null],
  [{ '-': [form('count'), form('none')] }, null],
  [{ '*': [form('count'), '2'] }, null],
  [{ '<=': [{ '/': [form('none'), 2] }, 3] }, false],
  [{ min: [form('count'), form('none')] }, null],
  [{ '-': [form('count'), 1, 1] }, 1],
  [{ '-': [form('count')] }, -3],
  [{ '+': [1, form('count')] }, 4],
  [{ '/': [form('count'), 2] }, 1.5],
  [{ max: [form('count'), 7] }, 7],
  // one argument may stand without a list, also one that is a list itself
  [{ count: form('kinds') }, 2],
  [{ '!': form('none') }, true],
  [{ filled: form('none') }, false],
  [{ '<=': ['2026-01-01', { var: 'today' }] }, true],
  // our own
  [{ sum: [form('rows'), 'mass'] }, 0.3],
  [{ sum: [[1, 2, 3]] }, 6],
  [{ sum: [form('gaps'), 'mass'] }, 1],
  [{ sum: [form('none'), 'mass'] }, null],
  [{ avg: [form('rows'), 'mass'] }, 0.15],
  [{ avg: [[]] }, null],
  [{ age: [form('id_no')] }, 31],
  [{ age: [form('born')] }, 30],
  [{ age: [form('born'), '2026-11-03'] }, 31],
  [{ age: ['x'] }, null],
  [{ days: ['2026-11-02', '2026-12-02'] }, 30],
  [{ days: ['2026-11-02', 7] }, null],
  [{ months: ['2026-01-15', '2026-03-14'] }, 1],
  [{ shift: [{ var: 'today' }, '-6m'] }, '2026-05-02'],
  [{ shift: [{ var: 'today' }, 6] }, null],
  [{ shift: [{ var: 'today' }, 6, 'm'] }, '2027-05-02'],
  [{ shift: [{ var: 'today' }, { '-': [0, 1] }, 'y'] }, '2025-11-02'],
  [{ shift: [{ var: 'today' }, 1.5, 'd'] }, null],
  [{ distinct: [form('rows'), 'plate'] }, true],
  [{ distinct: [form('rows'), 'note'] }, true], // empty cells do not count
  [{ distinct: [['a', 'b', 'a']] }, false],
  [{ param: ['limit'] }, 3],
  [{ matches: [form('id_no'), 'id-card'] }, true],
  [{ matches: [form('none'), 'id-card'] }, false],
  [{ filled: [form('kinds')] }, true],
  [{ filled: [form('none')] }, false],
  [{ filled: [0] }, true],
  // inside a row, parameters and the day of today are still there
  [{ all: [form('rows'), { '<': [{ var: 'mass' }, { param: ['limit'] }] }] }, true],
  [{ some: [form('rows'), { '===': [{ var: 'plate' }, '津A·F0002'] }] }, true],
  [{ all: [form('people'), { '>=': [{ age: [{ var: 'born' }] }, 18] }] }, false],
]

test.each(TABLE)('%j is %j', (logic, expected) => expect(evaluate(logic, context)).toEqual(expected))

test.each<readonly [string, Logic]>([
  ['a loose comparison', { '==': [1, '1'] }],
  ['a loose comparison deep inside', { and: [true, { if: [true, { '!=': [1, 2] }, false] }] }],
  ['an operator that logs', { log: 'x' }],
  ['an unknown operator', { eval: ['1'] }],
  ['an inherited name', { constructor: [] }],
  ['an inherited name that is callable', { toString: [] }],
  ['a parameter that is not set', { param: ['nothing'] }],
  ['a parameter by an inherited name', { param: ['toString'] }],
])('%s is a defect', (_name, logic) => {
  expect(() => evaluate(logic, context)).toThrow(LogicError)
})

test('an empty list does not hold', () => {
  expect(holds(form('kinds'), context)).toBe(true)
  expect(holds({ filter: [form('kinds'), false] }, context)).toBe(false)
})

test('working days need the server’s calendar', () => {
  const logic: Logic = { workingDays: ['2026-11-02', '2026-11-06'] }
  expect(() => evaluate(logic, context)).toThrow(CalendarMissing)
  expect(evaluate(logic, context, () => 4)).toBe(4)
  expect(evaluate({ workingDays: ['x', '2026-11-06'] }, context, () => 4)).toBeNull()
})

test('a defect inside leaves no trace for the next evaluation', () => {
  expect(() => evaluate({ param: ['nothing'] }, context)).toThrow(LogicError)
  expect(evaluate({ param: ['limit'] }, { ...context, param: { limit: 4 } })).toBe(4)
})

test('paths that an expression reads, without those of rows', () => {
  const logic: Logic = {
    and: [{ '>': [form('a'), { var: 'today' }] }, { all: [form('rows'), { '>': [{ var: 'mass' }, 1] }] }, form('a')],
  }
  expect(pathsOf(logic)).toEqual(['form.a', 'today', 'form.rows'])
})
