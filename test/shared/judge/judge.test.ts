import type { Material } from '../../../miniprogram/shared/domain/matter'
import { NO_PROMISES, type Promises } from '../../../miniprogram/shared/domain/promise'
import { type Answers, type Field, type FormSchema, workingDaysBy } from '../../../miniprogram/shared/form'
import {
  contextOf,
  type Grounds,
  type JudgedFile,
  type JudgedForm,
  judgeForms,
  problemsOf,
} from '../../../miniprogram/shared/judge'

const SIGNED: Field = {
  id: 'sign',
  label: '申请人签名',
  type: 'signature',
  required: true,
  showWhen: { '===': [{ var: 'form.who' }, 'self'] },
}

const schemaOf = (fields: readonly Field[], rules: FormSchema['rules'] = []): FormSchema => ({
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

const formOf = (answers: Answers, schema = SCHEMA, materialId = 'form'): JudgedForm => ({ materialId, schema, answers })

const file = (more: Partial<JudgedFile> = {}): JudgedFile => ({
  id: 'f1',
  materialId: 'photo',
  fieldId: '',
  state: 'delivered',
  providerId: 'FJ1',
  ...more,
})

const material = (more: Partial<Material> = {}): Material => ({
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

const promised = (barred = ''): Promises => ({
  offers: [{ materialId: 'photo', name: '照片', kind: 'tolerance', dueBy: '2026-12-01', promised: true }],
  barred,
  letter: 'letter',
})

const groundsOf = (
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

describe('a signature counts only when its picture is a delivered file of this very field of this very material', () => {
  const picture = file({ id: 'sig', materialId: 'form', fieldId: 'sign' })
  const judged = (list: readonly JudgedFile[], answers: Answers = { who: 'self', sign: ['sig'] }) => {
    const form = formOf(answers)
    return problemsOf(form, [form], groundsOf(list)).map(({ field, code }) => `${field} ${code}`)
  }

  test.each([
    ['of this field', [picture], []],
    ['not there at all', [], ['sign signature']],
    ['of another field', [{ ...picture, fieldId: 'seal' }], ['sign signature']],
    ['of the material, not of a field', [{ ...picture, fieldId: '' }], ['sign signature']],
    ['of the same field of another material', [{ ...picture, materialId: 'letter' }], ['sign signature']],
    ['on its way', [{ ...picture, state: 'checked' }], ['sign signature']],
    ['refused', [{ ...picture, state: 'refused' }], ['sign signature']],
    ['another picture', [{ ...picture, id: 'other' }], ['sign signature']],
  ] as const)('%s', (_name, list, found) => {
    expect(judged(list)).toEqual(found)
  })

  test('one of two is lost', () => {
    expect(judged([picture], { who: 'self', sign: ['sig', 'lost'] })).toEqual(['sign signature'])
  })

  test('it stops the submit, and says what to do', () => {
    const form = formOf({ who: 'self', sign: ['sig'] })
    expect(problemsOf(form, [form], groundsOf([]))).toMatchObject([
      { severity: 'error', message: expect.stringMatching(/^“.+”还没有送达，请重新签名$/) as string },
    ])
  })

  test('a hidden field needs none, and an empty one is a matter of its own rules', () => {
    expect(judged([], { who: 'agent', sign: ['sig'] })).toEqual([])
    expect(judged([], { who: 'self', sign: null })).toEqual(['sign required'])
  })

  test('those of a filed case are settled', () => {
    const form = formOf({ who: 'self', sign: ['FJ9'] })
    expect(judgeForms([form], groundsOf([], [], { files: { kind: 'case', counts: {} } })).problems).toEqual({})
  })
})

describe('what is missing of files', () => {
  const missing = (of: Partial<Material>, list: readonly JudgedFile[], promises = NO_PROMISES) =>
    judgeForms([], groundsOf(list, [material(of)], { promises })).missingMaterials.map(({ have, need }) => [have, need])
  const second = file({ id: 'f2', providerId: 'FJ2' })

  test.each([
    ['required, none', {}, [], [[0, 1]]],
    ['required, without a number', { minCount: 0 }, [], [[0, 1]]],
    ['required, all', { minCount: 2 }, [file(), second], []],
    ['required, one of two', { minCount: 2 }, [file()], [[1, 2]]],
    ['容缺, not promised', { necessity: 'tolerated' }, [], [[0, 1]]],
    ['optional', { necessity: 'optional' }, [], []],
    ['optional, begun: then it must be complete', { necessity: 'optional', minCount: 2 }, [file()], [[1, 2]]],
    ['unknown: the office decides', { necessity: 'unknown' }, [], []],
    ['数据共享', { shareable: true }, [], []],
    ['数据共享, 容缺', { shareable: true, necessity: 'tolerated' }, [], []],
    ['数据共享, begun: then it must be complete', { shareable: true, minCount: 2 }, [file()], [[1, 2]]],
    ['a form takes no files', { kind: 'form' }, [], []],
    ['one more is on its way', {}, [file(), file({ id: 'f2', state: 'stored', providerId: '' })], [[1, 2]]],
    ['one more was refused', {}, [file(), file({ id: 'f2', state: 'refused', providerId: '' })], []],
    ['only a refused one', {}, [file({ state: 'refused' })], [[0, 1]]],
    ['twice the same bytes', { minCount: 2 }, [file(), file({ id: 'f2' })], [[1, 2]]],
    [
      'two without an id of the provider',
      { minCount: 2 },
      [file({ providerId: '' }), file({ id: 'f2', providerId: '' })],
      [],
    ],
    ['a file inside its form', {}, [file({ fieldId: 'sign' })], [[0, 1]]],
    ['a file of another material', {}, [file({ materialId: 'old' })], [[0, 1]]],
  ] as const)('%s', (_name, of, list, found) => {
    expect(missing(of, list)).toEqual(found)
  })

  test('promised for later', () => {
    expect(missing({}, [], promised())).toEqual([])
    expect(missing({ materialId: 'other' }, [], promised())).toEqual([[0, 1]])
  })

  test('of a filed case nothing is: it has what it has', () => {
    const { missingMaterials } = judgeForms([], groundsOf([], [], { files: { kind: 'case', counts: {} } }))
    expect(missingMaterials).toEqual([])
  })
})

describe('how many files the rules of a form see', () => {
  const seen = (list: readonly JudgedFile[], more: Partial<Grounds> = {}) =>
    contextOf({}, groundsOf(list, [material()], more)).attachments

  test.each([
    ['one', [file()], 1],
    ['one that is on its way', [file({ state: 'stored' })], 0],
    ['one inside a form', [file({ fieldId: 'sign' })], 0],
    ['twice the same bytes', [file(), file({ id: 'f2' })], 1],
  ] as const)('%s', (_name, list, count) => {
    expect(seen(list)).toEqual({ photo: count, old: 0 })
  })

  test('not those of a material that another situation needed, nor of one that is promised by now', () => {
    expect(seen([file({ materialId: 'old' })])).toEqual({ photo: 0, old: 0 })
    expect(seen([file()], { promises: promised() })).toEqual({ photo: 0, old: 0 })
  })

  test('of a filed case its counts', () => {
    expect(seen([], { files: { kind: 'case', counts: { photo: 3, unheard: 7 } } })).toEqual({ photo: 3, old: 0 })
  })

  test('a rule of a corrected form reads them', () => {
    const rule = {
      id: 'enough',
      holds: { '>=': [{ var: 'attachments.photo' }, 2] },
      reads: [],
      marks: ['attachments.photo'],
      message: '至少两张照片',
      outcome: { kind: 'problem', severity: 'error' },
      evidence: 'knowledge',
    } as const
    const form = formOf({}, schemaOf([], [rule]))
    const codes = (photo: number) =>
      problemsOf(form, [form], groundsOf([], [], { files: { kind: 'case', counts: { photo } } })).map(
        ({ code }) => code,
      )
    expect(codes(2)).toEqual([])
    expect(codes(1)).toEqual(['rule:enough'])
  })
})

describe('what concerns more than one form', () => {
  const AGENT = schemaOf(['agent_name', 'agent_id', 'agent_phone', 'agent_role'].map(textField))
  const LETTER = schemaOf(['trustee', 'trustee_id', 'trustee_phone'].map(textField))
  const agent = (role: string) =>
    formOf({ agent_role: role, agent_name: '甲', agent_id: '1', agent_phone: '13000000101' }, AGENT, 'form')
  const letter = formOf({ trustee: '乙', trustee_id: '1', trustee_phone: '13000000101' }, LETTER, 'trust')

  test('another agent than the letter names is minded on both', () => {
    const { problems } = judgeForms([agent('agent'), letter], groundsOf([]))
    expect(Object.entries(problems).map(([id, found]) => [id, found.map(({ code }) => code)])).toEqual([
      ['form', ['agent-differs']],
      ['trust', ['agent-differs']],
    ])
  })

  test('an idle letter of authorisation is not judged', () => {
    const wrong = {
      ...letter,
      schema: schemaOf([...LETTER.sections[0]!.fields, { ...textField('more'), required: true }]),
    }
    const optional = [material({ materialId: 'trust', kind: 'form', necessity: 'optional' })]
    expect(judgeForms([agent('self'), wrong], groundsOf([], optional)).problems).toEqual({})
    expect(Object.keys(judgeForms([agent('agent'), wrong], groundsOf([], optional)).problems)).toContain('trust')
  })

  test('the letter of promise says what is promised', () => {
    const lack: Field = {
      id: 'lack',
      label: '材料',
      type: 'table',
      columns: ['material', 'kind', 'due'].map(textField),
    }
    const codes = (material: string, kind: string) => {
      const letter = formOf({ lack: [{ material, kind, due: '2026-11-20' }] }, schemaOf([lack]), 'letter')
      return judgeForms([letter], groundsOf([], [], { promises: promised() })).problems['letter']?.map(
        ({ code }) => code,
      )
    }
    expect(codes('照片', 'tolerance')).toBeUndefined()
    expect(codes('别的', 'tolerance')).toEqual(['promise-differs'])
    expect(codes('照片', 'promiseApproval')).toEqual(['promise-differs'])
  })
})

describe('what bars the applicant', () => {
  const barred = (more: Partial<Grounds>) => judgeForms([], groundsOf([], [], more)).barred

  test('the situation; or what may not be promised, once something is', () => {
    expect(barred({})).toBe('')
    expect(barred({ barred: '不能选' })).toBe('不能选')
    expect(barred({ promises: promised('不能承诺') })).toBe('不能承诺')
    expect(barred({ promises: { ...NO_PROMISES, barred: '不能承诺' } })).toBe('')
    expect(barred({ barred: '不能选', promises: promised('不能承诺') })).toBe('不能选')
  })
})

function textField(id: string): Field {
  return { id, label: id, type: 'text' }
}
