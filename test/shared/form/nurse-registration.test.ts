import {
  notesOf,
  type Answers,
  formProgress,
  labelOf,
  parseFieldPath,
  submittedAnswers,
  summarize,
  validateForm,
  visibleForm,
  type FormContext,
} from '../../../miniprogram/shared/form'
import { invalid, maximal, minimal, schema, TODAY } from '../fixtures/nurse-registration'

const withForm = (base: FormContext, form: Answers): FormContext => ({ ...base, form: { ...base.form, ...form } })
const codes = (context: FormContext): string[] => validateForm(schema, context).map(({ code }) => code)

describe('rules', () => {
  const renew: Answers = {
    reg_type: 'renew',
    nurse_cert_no: '202612011600',
    cert_period: range('2026-12-02'),
    declare_health: '1',
  }
  function range(end: string) {
    return { begin: '2021-12-03', end }
  }

  test('c8: a change takes 7 working days, a first registration has no such effect', () => {
    const effects = (context: typeof maximal) =>
      validateForm(schema, context)
        .filter(({ code }) => code.startsWith('effect:'))
        .map(({ code, message }) => [code, message])
    expect(effects(maximal)).toEqual([['effect:c8', '变更注册的法定办结时限是 7 个工作日']])
    expect(effects(minimal)).toEqual([])
    const outcome = { kind: 'effect', effect: 'timeLimit', value: 7 }
    expect(schema.rules.find(({ id }) => id === 'c8')?.outcome).toEqual(outcome)
  })
  test('without its parameter c2 is a defect that is told, never a pass', () => {
    const problems = validateForm(schema, { ...withForm(minimal, renew), param: {} })
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['defect:c2', 'warning']])
  })
  test('what the officer checks by hand is told only in the case that it concerns', () => {
    const told = (reg_type: string) => notesOf(schema, withForm(minimal, { reg_type })).map((text) => text.slice(0, 5))
    const expected = [['被吊销护士'], [], ['不符合健康'], ['被吊销护士'], []]
    expect(['first', 'change', 'renew', 're', 'cancel'].map(told)).toEqual(expected)
  })
})

describe('what is shown', () => {
  test('the fields of the kind of registration', () => {
    const shown = visibleForm(schema, minimal).ids
    expect([shown.has('practice_period'), shown.has('nurse_cert_no'), shown.has('old_org')]).toEqual([
      true,
      false,
      false,
    ])
    const change = visibleForm(schema, maximal).ids
    expect([change.has('practice_period'), change.has('nurse_cert_no'), change.has('old_org')]).toEqual([
      false,
      true,
      true,
    ])
  })
  test('hidden fields are not submitted, not even when they are filled and wrong', () => {
    const context = withForm(minimal, { nurse_cert_no: 'x', old_org: '河北虚构医院' })
    expect(codes(context)).toEqual([])
    expect(submittedAnswers(schema, context)).toEqual(minimal.form)
  })
  test('a passport may stand instead of an ID number', () => {
    expect(codes(withForm(minimal, { id_type: 'pass', id_no: 'e1234567' }))).toEqual([])
    expect(codes(withForm(minimal, { id_type: 'id', id_no: 'E1234567' }))).toEqual(['pattern'])
    expect(codes(withForm(minimal, { id_type: 'pass', id_no: 'E12 号' }))).toEqual(['pattern'])
  })
})

test('one field at a time: its own problems and the rules that mark it', () => {
  const problems = validateForm(schema, invalid.context)
  const at = (id: string) => problems.filter(({ field }) => parseFieldPath(field).fieldId === id)
  expect(at('practice_period').map(({ code }) => code)).toEqual(['rule:c4'])
  expect(at('nation').map(({ code }) => code)).toEqual(['required'])
  expect(at('resume').map(({ field }) => field)).toEqual(['resume[0].period', 'resume[0].org'])
  expect(at('old_org')).toEqual([])
  expect(at('nothing')).toEqual([])
})

test('progress counts what is required and shown', () => {
  expect(formProgress(schema, minimal)).toEqual({ required: 31, filled: 31, missing: [], text: '必填项已填完' })
  const two = withForm(minimal, { nation: ' ', applicant_sign: [] })
  expect(formProgress(schema, two)).toMatchObject({ missing: ['nation', 'applicant_sign'], text: '还需填写 2 项' })
})

test('the summary reads like the form on paper', () => {
  const change = summarize(schema, maximal)
  const changed = (id: string) => change.flatMap(({ items }) => items).find(({ fieldId }) => fieldId === id)
  expect(change.map(({ title }) => title)).toContain('原执业机构')
  expect(changed('cross_province')?.text).toBe('是')
  expect(changed('cert_period')?.text).toBe('2024年11月2日 至 2029年11月1日')
  expect(changed('practice_period')).toBeUndefined()
  const sections = summarize(schema, withForm(maximal, { reg_type: 'first' }))
  const item = (id: string) => sections.flatMap(({ items }) => items).find(({ fieldId }) => fieldId === id)
  expect(item('sex')?.text).toBe('女')
  expect(item('declare_true')?.text).toBe('已确认')
  expect(item('home_region')?.text).toBe('天津市滨海新区')
  expect(item('school_years')?.text).toBe('3年')
  expect(item('applicant_sign')).toMatchObject({ text: '已签名', attachmentIds: ['fixture-applicant-sign'] })
  expect(item('resume')?.rows?.[2]).toEqual([
    { label: '起止年月', text: '2016年8月1日 至 2026年10月31日' },
    { label: '学习或工作单位', text: '河北虚构医院' },
    { label: '专业或岗位', text: '护士' },
    { label: '证明人', text: '郭远行' },
  ])
  const empty = summarize(schema, minimal).flatMap(({ items }) => items)
  expect(empty.find(({ fieldId }) => fieldId === 'email')).toMatchObject({ text: '未填写', empty: true })
})

test('places have names', () => {
  expect(labelOf(schema, 'resume[2].witness')).toBe('经历（从高中/中专填起） 第 3 行 证明人')
  expect(labelOf(schema, 'name')).toBe('姓名')
  expect(labelOf(schema, 'attachments.train3')).toBe('')
})

test('the day is the context’s: tomorrow’s signature is refused', () => {
  expect(codes(withForm(minimal, { sign_date: '2026-11-03' }))).toEqual(['dateMax'])
  expect(codes({ ...withForm(minimal, { sign_date: '2026-11-03' }), today: '2026-11-03' })).toEqual([])
  expect(TODAY).toBe('2026-11-02')
})
