import type { FormField, FormFile } from '../../../sandbox/one-network/catalogue/form-file'
import { isIdNumber, isUscc } from '../../../sandbox/one-network/forms/check-digits'
import { completenessErrors } from '../../../sandbox/one-network/forms/check-complete'
import type { FormCondition } from '../../../sandbox/one-network/forms/form-condition'
import { toReadableForm } from '../../../sandbox/one-network/forms/readable'
import type { FormData } from '../../../sandbox/one-network/state/records'

const isNew: FormCondition = { '===': [{ var: 'form.kind' }, 'new'] }
const kind: FormField = {
  id: 'kind',
  label: '类别',
  type: 'single_choice',
  required: true,
  options: [
    { value: 'new', label: '首次' },
    { value: 'renew', label: '延续' },
  ],
}

function formWith(fields: readonly FormField[], showSection?: FormCondition): FormFile {
  return {
    version: '1.0',
    title: '表',
    sections: [
      { id: 'a', title: '甲', fields: [kind] },
      { id: 'b', title: '乙', fields, ...(showSection === undefined ? {} : { showWhen: showSection }) },
    ],
  }
}

const missing = (form: FormFile, data: FormData) => completenessErrors(form, data, 'f').map(({ field }) => field)

describe('what must be filled', () => {
  const text: FormField = { id: 'text', label: '文字', type: 'text', required: true }

  it('a hidden field or section is not asked for', () => {
    for (const form of [formWith([{ ...text, showWhen: isNew }]), formWith([text], isNew)]) {
      expect(missing(form, { kind: 'new' })).toEqual(['f.text'])
      expect(missing(form, { kind: 'renew' })).toEqual([])
    }
  })

  it('a condition may also ask for it', () => {
    const form = formWith([{ ...text, required: false, requiredWhen: isNew }])
    expect(missing(form, { kind: 'new', text: '' })).toEqual(['f.text'])
    expect(missing(form, { kind: 'renew' })).toEqual([])
  })

  it('an empty list and an empty table are not filled, zero is', () => {
    const fields: readonly FormField[] = [
      { id: 'many', label: '多选', type: 'multi_choice', required: true },
      { id: 'rows', label: '表格', type: 'table', required: true, columns: [text] },
      { id: 'count', label: '数量', type: 'number', required: true },
    ]
    expect(missing(formWith(fields), { kind: 'new', many: [], rows: [], count: 0 })).toEqual(['f.many', 'f.rows'])
  })

  it('a table’s required column is asked for in every row; its condition may read the form', () => {
    const columns = [text, { ...text, id: 'when', required: false, requiredWhen: isNew }]
    const form = formWith([{ id: 'rows', label: '表格', type: 'table', required: true, columns }])
    const rows: readonly Readonly<Record<string, string>>[] = [{ text: '一', when: '二' }, { text: '' }]
    expect(missing(form, { kind: 'new', rows })).toEqual(['f.rows[1].text', 'f.rows[1].when'])
    expect(missing(form, { kind: 'renew', rows })).toEqual(['f.rows[1].text'])
  })

  it.each([
    [{ and: [isNew, { '>': [{ var: 'form.count' }, 2] }] }, { kind: 'new', count: 3 }, { kind: 'new', count: 2 }],
    [{ or: [isNew, { '>=': [{ var: 'form.count' }, 2] }] }, { kind: 'renew', count: 2 }, { kind: 'renew' }],
    [{ '!': [isNew] }, { kind: 'renew' }, { kind: 'new' }],
    [{ in: [{ var: 'form.kind' }, ['new', 'expand']] }, { kind: 'new' }, { kind: 'renew' }],
    [{ in: ['a', { var: 'form.many' }] }, { kind: 'new', many: ['a', 'b'] }, { kind: 'new', many: ['b'] }],
    [{ '!==': [{ var: 'form.kind' }, 'new'] }, { kind: 'renew' }, { kind: 'new' }],
    [{ filled: [{ var: 'form.count' }] }, { kind: 'new', count: 1 }, { kind: 'new' }],
    [{ '<': [{ var: 'form.count' }, 2] }, { kind: 'new', count: 1 }, { kind: 'new', count: 2 }],
    [{ '<=': [{ var: 'form.count' }, 2] }, { kind: 'new', count: 2 }, { kind: 'new' }],
  ] as readonly (readonly [FormCondition, FormData, FormData])[])('condition %j', (condition, holds, fails) => {
    const form = formWith([{ ...text, required: false, requiredWhen: condition }])
    expect(missing(form, holds)).toEqual(['f.text'])
    expect(missing(form, fails)).toEqual([])
  })

  it('a condition that it does not understand stops it: nothing is judged by halves', () => {
    const form = formWith([{ ...text, showWhen: { workingDays: ['2026-11-02', '2026-11-09'] } }])
    expect(() => missing(form, { kind: 'new' })).toThrow('uses workingDays')
  })
})

describe('check digits', () => {
  it('of ID numbers', () => {
    expect(['120116199607210042', '120104198803160038'].map(isIdNumber)).toEqual([true, true])
    expect(['120116199607210043', '120116199607210024', '12011619960721004', ''].map(isIdNumber)).toEqual(
      Array<boolean>(4).fill(false),
    )
  })

  it('of social credit codes', () => {
    expect(['91120116MA0FXN011B', '91120116MA0FXN022F'].map(isUscc)).toEqual([true, true])
    expect(['91120116MA0FXN011C', '91120116MA0FXN101B', '91120116MA0FXN011'].map(isUscc)).toEqual([false, false, false])
  })
})

it('an officer reads labels, not codes', () => {
  const form = formWith([
    { id: 'agree', label: '同意', type: 'boolean', required: true },
    { id: 'period', label: '期限', type: 'daterange', required: true },
    { id: 'many', label: '多项', type: 'multi_choice', required: true, options: [{ value: 'a', label: '甲项' }] },
    {
      id: 'rows',
      label: '表格',
      type: 'table',
      required: true,
      columns: [kind, { id: 'n', label: '数', type: 'number', required: true }],
    },
  ])
  const data: FormData = {
    kind: 'new',
    agree: '1',
    period: { begin: '2026-01-01', end: '2026-12-31' },
    many: ['a'],
    rows: [{ kind: 'renew', n: 2 }, { n: 0 }],
  }
  expect(toReadableForm(form, data).sections.flatMap(({ rows }) => rows.map(({ value }) => value))).toEqual([
    '首次',
    '是',
    '2026-01-01 至 2026-12-31',
    '甲项',
    '类别：延续；数：2\n数：0',
  ])
})
