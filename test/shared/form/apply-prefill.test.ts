import fc from 'fast-check'
import {
  applyPrefill,
  type Field,
  firstAnswers,
  type FormSchema,
  originsAfter,
  originsOf,
  originText,
  type PrefillSources,
  validateForm,
} from '../../../miniprogram/shared/form'
import { formById } from '../../../cloudfunctions/matters/forms'
import { minimal, schema } from '../fixtures/nurse-registration'

const SOURCES: PrefillSources = {
  account: {
    real_name: '欧阳晴川',
    sex: 'f',
    birth: '1995-08-12',
    nation: '汉族',
    id_type: 'id',
    id_card: '120116199508120041',
    mobile: '13000000101',
    email: null,
  },
  previous: {
    org_name: '河北虚构医院',
    nurse_cert_no: 12,
    declare_true: '1',
    applicant_sign: ['FJ1'],
    sign_date: '2026-08-17',
  },
  previousAsOf: '2026-08-17',
  situation: { reg_type: ['change'], cross_province: ['yes'], apply_by: ['self'] },
  system: { 'matter.name': '护士执业注册许可' },
  today: '2026-11-02',
}

const form = (fields: readonly Field[]): FormSchema => ({
  formId: 'F',
  version: '2.0',
  title: '表',
  sections: [{ id: 's', title: '一', fields }],
  rules: [],
  notes: [],
})

test('what the declaration itself says is filled in, what others say is offered, each with its source', () => {
  const prefilled = applyPrefill(schema, SOURCES)
  expect(firstAnswers(schema, prefilled)).toMatchObject({
    reg_type: 'change',
    agent_role: 'self',
    cross_province: '1',
    sign_date: '2026-11-02',
    id_type: null,
    name: null,
    old_org: null,
    email: null,
  })
  expect(prefilled.offers).toMatchObject({
    name: { value: '欧阳晴川', source: 'account' },
    id_no: { value: '120116199508120041', source: 'account' },
    old_org: { value: '河北虚构医院', source: 'previous', asOf: '2026-08-17' },
  })
  expect(prefilled.filled.reg_type).toEqual({ value: 'change', source: 'situation' })
  expect(prefilled.offers).not.toHaveProperty('email')
})

test('what nobody can type is filled in at once, whoever says it', () => {
  const scope: Field = { id: 'biz_scope_reg', label: '经营范围', type: 'textarea', readonly: true }
  const credit = { ...scope, prefill: { source: 'credit', path: 'biz_scope' } } as const
  const prefilled = applyPrefill(form([credit]), {
    credit: { biz_scope: '道路货物运输' },
    creditAsOf: '2026-11-02',
    today: '2026-11-02',
  })
  expect(prefilled).toEqual({
    filled: { biz_scope_reg: { value: '道路货物运输', source: 'credit', asOf: '2026-11-02' } },
    offers: {},
  })
})

test('a default stands until something else is taken; the same value is not offered twice', () => {
  const field: Field = {
    id: 'id_type',
    label: '证件类型',
    type: 'single_choice',
    default: 'id',
    options: [
      { value: 'id', label: '身份证' },
      { value: 'pass', label: '护照' },
    ],
    prefill: { source: 'account', path: 'id_type' },
  }
  const offersOf = (id_type: string) => applyPrefill(form([field]), { account: { id_type }, today: '2026-11-02' })
  expect(offersOf('id')).toEqual({ filled: { id_type: { value: 'id', source: 'default' } }, offers: {} })
  expect(offersOf('pass').offers).toEqual({ id_type: { value: 'pass', source: 'account' } })
  expect(offersOf('pass').filled).toEqual({ id_type: { value: 'id', source: 'default' } })
})

test('money from the credit service becomes a number', () => {
  const capital: Field = {
    id: 'reg_capital',
    label: '注册资本',
    type: 'money',
    prefill: { source: 'credit', path: 'reg_capital' },
    constraints: { unit: '万元', precision: 2 },
  }
  const { offers } = applyPrefill(form([capital]), { credit: { reg_capital: '500.5' }, today: '2026-11-02' })
  expect(offers.reg_capital?.value).toBe(500.5)
})

test('a value of the wrong shape, or that is no option any more, is left out', () => {
  const { filled, offers } = applyPrefill(schema, {
    ...SOURCES,
    account: { sex: 'x', birth: '1995-02-30' },
    situation: { reg_type: ['gone'] },
  })
  expect(offers).not.toHaveProperty('sex')
  expect(offers).not.toHaveProperty('nurse_cert_no')
  expect(filled).not.toHaveProperty('reg_type')
})

describe('from an earlier filing', () => {
  const previous = (fields: readonly Field[], formData: Readonly<Record<string, unknown>>) =>
    applyPrefill(form(fields), { previous: formData, previousAsOf: '2026-08-17', today: '2026-11-02' }).offers
  const field = (id: string, type: Field['type'], path = id): Field => ({
    id,
    label: id,
    type,
    prefill: { source: 'previous', path },
  })

  test('another field of the form, when the path names one of the same type', () => {
    expect(previous([field('old_org', 'text', 'org'), { id: 'org', label: '', type: 'text' }], { org: '甲' })).toEqual({
      old_org: { value: '甲', source: 'previous', asOf: '2026-08-17' },
    })
    expect(previous([field('old_org', 'text', 'org'), { id: 'org', label: '', type: 'number' }], { org: '5' })).toEqual(
      {},
    )
  })

  test('the field itself, when the path names none', () => {
    expect(previous([field('old_no', 'text', 'licence_no')], { old_no: '津字 12 号' })).toHaveProperty('old_no')
  })

  test('a field that the form no longer has is nobody’s business', () => {
    expect(previous([field('a', 'text')], { gone: 'x' })).toEqual({})
  })

  test('neither days nor signatures nor declarations', () => {
    const tempting = (it: Field): Field => ({ ...it, prefill: { source: 'previous', path: it.id } })
    const sections = schema.sections.map((section) => ({ ...section, fields: section.fields.map(tempting) }))
    const { offers } = applyPrefill({ ...schema, sections }, { ...SOURCES })
    expect(Object.keys(offers)).toEqual(['org_name'])
  })
})

test('without any source only defaults are set', () => {
  const prefilled = applyPrefill(schema, { today: '2026-11-02' })
  expect(prefilled).toEqual({
    filled: { sign_date: { value: '2026-11-02', source: 'system' } },
    offers: {},
  })
  expect(Object.values(firstAnswers(schema, prefilled)).filter((value) => value !== null)).toEqual(['2026-11-02'])
})

test('a value has the source that says just this value, and none when it was changed', () => {
  const prefilled = applyPrefill(schema, SOURCES)
  const taken = { ...firstAnswers(schema, prefilled), name: '欧阳晴川', nation: '满族' }
  const origins = originsOf(taken, prefilled)
  expect(origins).toMatchObject({ name: { source: 'account' }, reg_type: { source: 'situation' } })
  expect(origins).not.toHaveProperty('nation')
  expect(origins).not.toHaveProperty('mobile')
})

test('following every change on the page gives what the server finds in the end', () => {
  const prefilled = applyPrefill(schema, SOURCES)
  const before = firstAnswers(schema, prefilled)
  const ids = ['name', 'nation', 'mobile', 'reg_type', 'sign_date', 'old_org']
  const value = (id: string) =>
    fc.constantFrom(null, '别的', prefilled.offers[id]?.value ?? null, prefilled.filled[id]?.value ?? null)
  const changes = fc.array(
    fc.constantFrom(...ids).chain((id) => value(id).map((to) => [id, to] as const)),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(changes, (steps) => {
      let state = { answers: before, origins: originsOf(before, prefilled), offers: prefilled.offers }
      for (const [id, to] of steps) {
        const answers = { ...state.answers, [id]: to }
        state = { ...state, answers, origins: originsAfter(state, answers) }
      }
      // A value that was filled in at once and is typed again is no news to the page, and has no source there.
      const typed = steps.map(([id]) => id).filter((id) => prefilled.filled[id] && !prefilled.offers[id])
      const known = Object.entries(originsOf(state.answers, prefilled)).filter(([id]) => !typed.includes(id))
      expect(Object.entries(state.origins).filter(([id]) => !typed.includes(id))).toEqual(expect.arrayContaining(known))
      expect(Object.keys(state.origins).filter((id) => !typed.includes(id))).toHaveLength(known.length)
    }),
  )
})

test('a source names its day', () => {
  expect(originText({ source: 'credit', asOf: '2026-11-02' })).toBe('来自企业信用信息，查询于2026年11月2日')
  expect(originText({ source: 'previous', asOf: '2026-08-17' })).toBe('来自您2026年8月17日填写的同一份表')
  expect(originText({ source: 'account' })).toBe('来自您的一网通账号')
})

test('the authorization letter takes the matter’s name from the system', () => {
  const letter = formById('BD12011600009901')
  if (!letter) throw new Error('the letter is missing')
  const prefilled = applyPrefill(letter, SOURCES)
  const answers = firstAnswers(letter, prefilled)
  expect(prefilled.filled.matter_name).toEqual({ value: '护士执业注册许可', source: 'system' })
  expect(prefilled.filled.date).toEqual({ value: '2026-11-02', source: 'default' })
  const context = { ...minimal, form: { ...answers, principal: '天津虚构医院', trustee: '陆明棠', powers: [] } }
  expect(validateForm(letter, context).map(({ field, code }) => [field, code])).toEqual([
    ['trustee_id_type', 'required'],
    ['trustee_id', 'required'],
    ['trustee_phone', 'required'],
    ['powers', 'required'],
    ['period', 'required'],
    ['principal_sign', 'required'],
    ['trustee_sign', 'required'],
  ])
})
