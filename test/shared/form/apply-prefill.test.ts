import { applyPrefill, type Field, type PrefillSources, validateForm } from '../../../miniprogram/shared/form'
import { formById } from '../../../cloudfunctions/forms'
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
  previous: { org_name: '河北虚构医院', nurse_cert_no: 12, declare_true: '1', org_sign: ['FJ1'] },
  situation: { reg_type: ['change'], cross_province: ['yes'], apply_by: ['self'] },
  system: { 'matter.name': '护士执业注册许可' },
  today: '2026-11-02',
}

test('first values come with their source', () => {
  const { answers, origins } = applyPrefill(schema, SOURCES)
  expect(answers).toMatchObject({
    name: '欧阳晴川',
    id_no: '120116199508120041',
    reg_type: 'change',
    agent_role: 'self',
    cross_province: '1',
    sign_date: '2026-11-02',
    old_org: '河北虚构医院',
    email: null,
  })
  expect(origins).toMatchObject({ name: 'account', reg_type: 'situation', old_org: 'previous', sign_date: 'system' })
  expect(origins).not.toHaveProperty('email')
  expect(Object.keys(answers)).toHaveLength(Object.keys(applyPrefill(schema, { today: '2026-11-02' }).answers).length)
})

test('a value of the wrong shape, or that is no option any more, is left out', () => {
  const { answers, origins } = applyPrefill(schema, {
    ...SOURCES,
    account: { sex: 'x', birth: '1995-02-30' },
    situation: { reg_type: ['gone'] },
  })
  expect([answers.sex, answers.birth, answers.reg_type, answers.nurse_cert_no]).toEqual([null, null, null, null])
  expect(origins).not.toHaveProperty('sex')
})

test('a declaration and a signature are never filled in for anybody', () => {
  const tempting = (field: Field): Field => ({ ...field, prefill: { source: 'previous', path: field.id } })
  const sections = schema.sections.map((section) => ({ ...section, fields: section.fields.map(tempting) }))
  const { answers } = applyPrefill({ ...schema, sections }, SOURCES)
  expect([answers.declare_true, answers.org_sign, answers.org_name]).toEqual([null, null, '河北虚构医院'])
})

test('without any source only defaults are set', () => {
  const { answers, origins } = applyPrefill(schema, { today: '2026-11-02' })
  const set = Object.entries(answers).filter(([, value]) => value !== null)
  expect(Object.fromEntries(set)).toEqual({ id_type: 'id', sign_date: '2026-11-02' })
  expect(origins).toEqual({ id_type: 'default', sign_date: 'system' })
})

test('the authorization letter takes the matter’s name from the system', () => {
  const letter = formById('BD12011600009901')
  if (!letter) throw new Error('the letter is missing')
  const { answers, origins } = applyPrefill(letter, SOURCES)
  expect([answers.matter_name, origins.matter_name]).toEqual(['护士执业注册许可', 'system'])
  expect([answers.date, origins.date]).toEqual(['2026-11-02', 'default'])
  const context = { ...minimal, form: { ...answers, principal: '天津虚构医院', trustee: '陆明棠', powers: [] } }
  expect(validateForm(letter, context).map(({ field, code }) => [field, code])).toEqual([
    ['trustee_id', 'required'],
    ['trustee_phone', 'required'],
    ['powers', 'required'],
    ['period', 'required'],
    ['principal_sign', 'required'],
    ['trustee_sign', 'required'],
  ])
})
