import { type Answers, type Field, type FormContext, type FormSchema } from '../../../miniprogram/shared/form'

/** Answers of a form, with nothing around them, on 2 November 2026. */
export const contextOf = (form: Answers): FormContext => ({
  form,
  situation: {},
  attachments: {},
  account: {},
  credit: {},
  param: {},
  today: '2026-11-02',
})

/** A form of these fields in one section, without rules. */
export const formOf = (fields: readonly Field[]): FormSchema => ({
  formId: 'F',
  version: '1.0',
  title: '表',
  sections: [{ id: 's', title: '节', fields: [...fields] }],
  rules: [],
  notes: [],
})
