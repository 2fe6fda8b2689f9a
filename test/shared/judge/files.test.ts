import type { Material } from '../../../miniprogram/shared/domain/matter'
import { NO_PROMISES } from '../../../miniprogram/shared/domain/promise'
import { contextOf, type Grounds, type JudgedFile, judgeForms, problemsOf } from '../../../miniprogram/shared/judge'
import { file, formOf, groundsOf, material, promised, schemaOf } from './judged'

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
