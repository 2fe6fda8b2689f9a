import {
  type AnswerValue,
  type Field,
  type FieldType,
  type FormSchema,
  normalizePatch,
  validateForm,
} from '../../../miniprogram/shared/form'

const TODAY = '2026-11-02'

/** A form of one field, judged like any other: what stands in its way. */
export function judge(field: Partial<Field>, value: unknown): { value: AnswerValue | undefined; codes: string[] } {
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
  const wrong = [...problems, ...found].filter(({ severity }) => severity === 'error')
  return { value: answers.f, codes: wrong.map(({ field: at, code }) => at.replace(/^f/, '') + code) }
}

/** [what is typed, what is kept, what is wrong with it] */
type Row = readonly [typed: unknown, kept: AnswerValue | undefined, ...codes: string[]]

export type TypedValues = readonly [FieldType, Partial<Field>, readonly Row[]]
