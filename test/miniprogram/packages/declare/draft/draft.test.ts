import { Draft } from '../../../../../miniprogram/packages/declare/draft/draft'
import { declaration, FORM_ID, withAnswers } from '../declaration-fixture'

const SAVED_AT = '2026-11-02T12:04:00+08:00'

test('only changed fields are to be saved, in their stored form', () => {
  const draft = new Draft(declaration())
  draft.set(FORM_ID, 'mobile', ' １３０ 0000 0101 ')
  expect(draft.patches()).toEqual([{ materialId: FORM_ID, answers: { mobile: '13000000101' } }])
})

test('what was typed while a save was under way stays a change', () => {
  const draft = new Draft(declaration())
  draft.set(FORM_ID, 'name', '欧阳')
  const sent = draft.patches()
  draft.set(FORM_ID, 'name', '欧阳晴')
  draft.saved(sent, 4, SAVED_AT)
  expect(draft.version).toBe(4)
  expect(draft.value(FORM_ID, 'name')).toBe('欧阳晴')
  expect(draft.patches()).toEqual([{ materialId: FORM_ID, answers: { name: '欧阳晴' } }])
  draft.saved(draft.patches(), 5, SAVED_AT)
  expect(draft.hasChanges).toBe(false)
  expect(draft.value(FORM_ID, 'name')).toBe('欧阳晴')
})

test('a value of the wrong shape is kept, shown and not sent', () => {
  const draft = new Draft(declaration())
  draft.set(FORM_ID, 'years', '三年')
  expect(draft.patches()).toEqual([])
  expect(draft.hasChanges).toBe(true)
  expect(draft.value(FORM_ID, 'years')).toBe('三年')
})

test('a refused value is not sent again until it changes', () => {
  const draft = new Draft(declaration())
  draft.set(FORM_ID, 'name', '甲')
  draft.refuse(FORM_ID, 'name', '这一项暂时不能保存')
  expect(draft.patches()).toEqual([])
  draft.set(FORM_ID, 'name', '乙')
  expect(draft.patches()).toEqual([{ materialId: FORM_ID, answers: { name: '乙' } }])
})

test('a value names its source until it is changed, and again when what is offered is taken', () => {
  const draft = new Draft(declaration())
  expect(draft.origins(FORM_ID)).toEqual({ name: { source: 'account' } })
  draft.set(FORM_ID, 'name', '欧阳')
  expect(draft.origins(FORM_ID)).toEqual({})
  draft.saved(draft.patches(), 4, SAVED_AT)
  expect(draft.origins(FORM_ID)).toEqual({})
  draft.set(FORM_ID, 'name', '欧阳晴川')
  expect(draft.origins(FORM_ID)).toEqual({ name: { source: 'account' } })
  draft.saved(draft.patches(), 5, SAVED_AT)
  expect(draft.origins(FORM_ID)).toEqual({ name: { source: 'account' } })
})

describe('taking up the copy on the phone', () => {
  const copyOf = (baseVersion: number) => ({ baseVersion, changes: { [FORM_ID]: { name: '手机上的' } }, keptAt: 1 })

  test('same version: it is simply a change', () => {
    const draft = new Draft(declaration())
    expect(draft.restore(copyOf(3))).toEqual([])
    expect(draft.patches()).toEqual([{ materialId: FORM_ID, answers: { name: '手机上的' } }])
  })

  test('another version meanwhile: both values are put side by side', () => {
    const draft = new Draft(withAnswers({ name: '别处的' }, 5))
    expect(draft.restore(copyOf(3))).toEqual([
      { materialId: FORM_ID, fieldId: 'name', mine: '手机上的', newest: '别处的' },
    ])
  })

  test('the server has it already: nothing is left', () => {
    const draft = new Draft(withAnswers({ name: '手机上的' }, 5))
    expect(draft.restore(copyOf(3))).toEqual([])
    expect(draft.hasChanges).toBe(false)
  })

  test('a form that is gone is left out', () => {
    const draft = new Draft(declaration())
    draft.restore({ baseVersion: 3, changes: { 'CL-GONE': { name: 'x' } }, keptAt: 1 })
    expect(draft.hasChanges).toBe(false)
  })
})

describe('going on from the newest state', () => {
  test('fields changed only elsewhere are taken, mine stay on top', () => {
    const draft = new Draft(declaration())
    draft.set(FORM_ID, 'mobile', '13000000101')
    expect(draft.rebase(withAnswers({ name: '别处的' }, 4))).toEqual([])
    expect(draft.value(FORM_ID, 'name')).toBe('别处的')
    expect(draft.value(FORM_ID, 'mobile')).toBe('13000000101')
    expect(draft.version).toBe(4)
  })

  test('a field changed on both sides is a clash; giving up mine takes the newest', () => {
    const draft = new Draft(declaration())
    draft.set(FORM_ID, 'name', '我的')
    const clashes = draft.rebase(withAnswers({ name: '别处的' }, 4))
    expect(clashes).toEqual([{ materialId: FORM_ID, fieldId: 'name', mine: '我的', newest: '别处的' }])
    expect(draft.value(FORM_ID, 'name')).toBe('我的')
    clashes.forEach((clash) => draft.takeNewest(clash))
    expect(draft.value(FORM_ID, 'name')).toBe('别处的')
  })
})

test('rules see only delivered files of the material itself', () => {
  const file = { materialId: 'CL-PHOTO', fileName: 'a.jpg', size: 1 }
  const draft = new Draft(
    declaration({
      attachments: [
        { ...file, attachmentId: 'a', state: 'delivered' },
        { ...file, attachmentId: 'b', state: 'stored' },
        { ...file, attachmentId: 'c', state: 'delivered', fieldId: 'sign' },
      ],
    }),
  )
  expect(draft.context(FORM_ID).attachments).toEqual({ photo: 1 })
})
