import { NO_PROMISES } from '../../../miniprogram/shared/domain/promise'
import type { Answers, Field } from '../../../miniprogram/shared/form'
import { type Grounds, type JudgedFile, judgeForms, problemsOf } from '../../../miniprogram/shared/judge'
import { file, formOf, groundsOf, material, promised, schemaOf } from './judged'

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
