import { Draft } from '../../../../../miniprogram/packages/declare/draft/draft'
import { fieldKey, fieldViews } from '../../../../../miniprogram/packages/declare/draft/form-view'
import { stepsOf } from '../../../../../miniprogram/packages/declare/draft/form-steps'
import { clashViews, stepProblems } from '../../../../../miniprogram/packages/declare/pages/form/form-screen'
import type { FormSchema } from '../../../../../miniprogram/shared/form'
import { declaration, FORM_ID, SCHEMA } from '../declaration-fixture'

const WITH_TABLE: FormSchema = {
  ...SCHEMA,
  sections: [
    {
      id: 'cars',
      title: '车辆',
      fields: [
        {
          id: 'cars',
          label: '车辆情况',
          type: 'table',
          columns: [{ id: 'plate', label: '车牌号', type: 'text', required: true }],
        },
      ],
    },
  ],
}

function draftWith(rows: readonly { plate: string | null }[]): Draft {
  return new Draft(declaration({ forms: [{ materialId: FORM_ID, schema: WITH_TABLE, answers: { cars: rows } }] }))
}

test('a problem in a table names its row and column, and leads to them', () => {
  const draft = draftWith([{ plate: '津A10001' }, { plate: null }])
  const [step] = stepsOf(draft)
  if (!step) throw new Error('the form has no step')
  expect(stepProblems(draft, step)).toMatchObject([
    { anchor: 'field-cars', fieldId: 'cars', row: 1, label: '车辆情况 第 2 行 车牌号', message: '还没有填' },
  ])
  const key = fieldKey(FORM_ID, 'cars')
  const state = { judged: new Set([key]), signatures: new Map(), focus: '', before: null }
  const [view] = fieldViews(draft, step, { ...state, openRow: { key, row: 1 } })
  expect(view).toMatchObject({ openRow: 1, cellErrors: { '1.plate': '请填写车牌号' } })
  expect(fieldViews(draft, step, state)[0]).toMatchObject({ openRow: -1 })
})

test('a remark about a cell is no mistake: it is said apart, with the rows that it is about', () => {
  const schema: FormSchema = {
    ...WITH_TABLE,
    rules: [
      {
        id: 'once',
        each: 'cars',
        holds: { '===': [{ occurrences: [{ var: 'row.plate' }, { var: 'form.cars' }, 'plate'] }, 1] },
        reads: ['row.plate'],
        marks: ['row.plate'],
        message: '这个车牌号填写了不止一次',
        outcome: { kind: 'problem', severity: 'warning' },
        evidence: 'knowledge',
      },
    ],
  }
  const cars = [{ plate: '津A10001' }, { plate: null }, { plate: '津A10001' }]
  const draft = new Draft(declaration({ forms: [{ materialId: FORM_ID, schema, answers: { cars } }] }))
  const [step] = stepsOf(draft)
  if (!step) throw new Error('the form has no step')
  const state = { judged: new Set([fieldKey(FORM_ID, 'cars')]), signatures: new Map(), focus: '', before: null }
  expect(fieldViews(draft, step, state)[0]).toMatchObject({
    error: '表格里有 1 处需要修改',
    cellErrors: { '1.plate': '请填写车牌号' },
    warning: '第 1、3 行有要核对的内容，见该行的提示',
    cellWarnings: { '0.plate': '这个车牌号填写了不止一次', '2.plate': '这个车牌号填写了不止一次' },
  })
  expect(Object.keys(fieldViews(draft, step, state)[0]?.cellErrors ?? {})).toEqual(['1.plate'])
})

test('two versions of a table are told apart by their rows', () => {
  const draft = draftWith([{ plate: '津A10001' }])
  const [mine, newest] = [[{ plate: '津A1' }, { plate: '津A2' }], [{ plate: '津A10001' }]]
  expect(clashViews(draft, [{ materialId: FORM_ID, fieldId: 'cars', mine, newest }])).toMatchObject([
    { label: '车辆情况', mine: '共 2 行', newest: '共 1 行' },
  ])
})

test('a table that the server does not take keeps its rows and says why beside it', () => {
  const draft = draftWith([])
  draft.set(FORM_ID, 'cars', [{ plate: '津A1' }])
  draft.refuse(FORM_ID, 'cars', '放不下了')
  const [step] = stepsOf(draft)
  if (!step) throw new Error('the form has no step')
  expect(
    fieldViews(draft, step, { judged: new Set(), signatures: new Map(), focus: '', before: null })[0],
  ).toMatchObject({ error: '放不下了' })
  expect(draft.patches()).toEqual([])
  expect(draft.value(FORM_ID, 'cars')).toEqual([{ plate: '津A1' }])
})
