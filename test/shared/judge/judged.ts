import type { Material } from '../../../miniprogram/shared/domain/matter'
import { NO_PROMISES, type Promises } from '../../../miniprogram/shared/domain/promise'
import { type Answers, type Field, type FormSchema, workingDaysBy } from '../../../miniprogram/shared/form'
import type { Grounds, JudgedFile, JudgedForm } from '../../../miniprogram/shared/judge'

/** Forms, files and materials that are judged. */

const SIGNED: Field = {
  id: 'sign',
  label: '申请人签名',
  type: 'signature',
  required: true,
  showWhen: { '===': [{ var: 'form.who' }, 'self'] },
}

export const schemaOf = (fields: readonly Field[], rules: FormSchema['rules'] = []): FormSchema => ({
  formId: 'F',
  version: '1',
  title: '申请表',
  sections: [{ id: 's', title: '', fields }],
  rules,
  notes: [],
})

const SCHEMA = schemaOf([
  { id: 'who', label: '谁办', type: 'text' },
  SIGNED,
  { ...SIGNED, id: 'seal', label: '盖章', required: false },
])

export const formOf = (answers: Answers, schema = SCHEMA, materialId = 'form'): JudgedForm => ({
  materialId,
  schema,
  answers,
})

export const file = (more: Partial<JudgedFile> = {}): JudgedFile => ({
  id: 'f1',
  materialId: 'photo',
  fieldId: '',
  state: 'delivered',
  providerId: 'FJ1',
  ...more,
})

export const material = (more: Partial<Material> = {}): Material => ({
  materialId: 'photo',
  name: '照片',
  kind: 'attachment',
  necessity: 'required',
  minCount: 1,
  maxCount: 9,
  fileTypes: [],
  maxSizeBytes: 1,
  shareable: false,
  promisable: true,
  ...more,
})

export const promised = (barred = ''): Promises => ({
  offers: [{ materialId: 'photo', name: '照片', kind: 'tolerance', dueBy: '2026-12-01', promised: true }],
  barred,
  letter: 'letter',
})

export const groundsOf = (
  list: readonly JudgedFile[],
  materials: readonly Material[] = [],
  more: Partial<Grounds> = {},
): Grounds => ({
  facts: { situation: {}, account: {}, credit: {}, param: {}, materialKeys: { photo: 'photo', old: 'old' } },
  files: { kind: 'draft', materials, list },
  promises: NO_PROMISES,
  barred: '',
  today: '2026-11-02',
  workingDays: workingDaysBy({ off: [], worked: [] }),
  ...more,
})
