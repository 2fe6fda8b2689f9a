import type { Declaration } from '../../../../miniprogram/shared/domain/declaration'
import { NO_PROMISES } from '../../../../miniprogram/shared/domain/promise'
import { PLAIN_CALENDAR, type FormSchema } from '../../../../miniprogram/shared/form/index'
import { DRAFT, FORM, PHOTO } from '../../fixtures'

export const SCHEMA: FormSchema = {
  formId: 'F-TEST',
  version: '1.0',
  title: '护士执业注册申请审核表',
  sections: [
    {
      id: 'person',
      title: '申请人',
      fields: [
        { id: 'name', label: '姓名', type: 'text', required: true, prefill: { source: 'account', path: 'real_name' } },
        { id: 'mobile', label: '手机号码', type: 'phone', required: true },
        {
          id: 'reg_type',
          label: '申请类别',
          type: 'single_choice',
          required: true,
          options: [
            { value: 'first', label: '首次注册' },
            { value: 'change', label: '变更注册' },
          ],
        },
        {
          id: 'old_org',
          label: '原执业机构',
          type: 'text',
          showWhen: { '===': [{ var: 'form.reg_type' }, 'change'] },
          requiredWhen: { '===': [{ var: 'form.reg_type' }, 'change'] },
        },
      ],
    },
    {
      id: 'edu',
      title: '学历',
      fields: [
        { id: 'years', label: '学制', type: 'number', required: true, constraints: { unit: '年', min: 1 } },
        { id: 'sign', label: '申请人签名', type: 'signature', required: true },
      ],
    },
  ],
  rules: [
    {
      id: 'long-study',
      holds: { '>=': [{ var: 'form.years' }, 3] },
      reads: ['years'],
      marks: ['years'],
      message: '学制一般为3年以上，请核对',
      outcome: { kind: 'problem', severity: 'warning' },
      evidence: 'knowledge',
    },
  ],
  notes: [{ text: '窗口会核对是否在不予注册期限内' }],
}

export const FORM_ID = FORM.materialId

/** A draft with one form of two sections and one material; all people are invented. */
export function declaration(more: Partial<Declaration> = {}): Declaration {
  return {
    kind: 'declaration',
    ...DRAFT,
    version: 3,
    optionIds: ['Q1-first'],
    forms: [
      {
        materialId: FORM_ID,
        schema: SCHEMA,
        answers: { name: '欧阳晴川', mobile: null, reg_type: null, old_org: null, years: null, sign: null },
        origins: { name: { source: 'account' } },
        offers: { name: { source: 'account', value: '欧阳晴川' } },
      },
    ],
    facts: { situation: {}, account: {}, credit: {}, param: {}, materialKeys: { [PHOTO.materialId]: 'photo' } },
    materials: [FORM, PHOTO],
    attachments: [],
    promises: NO_PROMISES,
    calendar: PLAIN_CALENDAR,
    today: '2026-11-02',
    ...more,
  }
}

/** The same draft with other answers and perhaps a later version. */
export function withAnswers(answers: Record<string, unknown>, version = 3): Declaration {
  const base = declaration({ version })
  return {
    ...base,
    forms: base.forms.map((form) => ({ ...form, answers: { ...form.answers, ...answers } as typeof form.answers })),
  }
}
