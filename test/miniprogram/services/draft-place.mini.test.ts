import { forgetPlace, notePlace, placeOfDraft } from '../../../miniprogram/services/draft-place'
import { phone } from '../../support/phone'
import { plugIn, unplug } from '../../support/simulate'

beforeEach(() => plugIn({ gateway: 'http://127.0.0.1:9' }))
afterEach(unplug)

const STEP = { page: 'form', materialId: 'F-1', sectionId: 'edu', step: 2, steps: 8, wrong: false } as const

test('a draft goes on where it was left', () => {
  notePlace('d-1', STEP)
  notePlace('d-2', { page: 'attachments', materialId: 'M-2' })
  notePlace('d-3', { page: 'review' })
  expect(placeOfDraft('d-1')).toEqual({
    route: 'form',
    params: { draftId: 'd-1', materialId: 'F-1', sectionId: 'edu' },
    text: '停在 2/8 步',
  })
  expect(placeOfDraft('d-2')).toEqual({
    route: 'attachments',
    params: { draftId: 'd-2', materialId: 'M-2' },
    text: '停在上传材料',
  })
  expect(placeOfDraft('d-3')).toEqual({ route: 'review', params: { draftId: 'd-3' }, text: '停在核对提交' })
})

test('what was begun elsewhere, or left with something wrong, opens its task list', () => {
  expect(placeOfDraft('d-1')).toEqual({ route: 'steps', params: { draftId: 'd-1' }, text: '' })
  notePlace('d-1', { ...STEP, wrong: true })
  expect(placeOfDraft('d-1')).toMatchObject({ route: 'steps', text: '停在 2/8 步' })
})

test('a draft that was submitted is forgotten, the others are not', () => {
  notePlace('d-1', STEP)
  notePlace('d-2', { page: 'review' })
  forgetPlace('d-1')
  expect(placeOfDraft('d-1').route).toBe('steps')
  expect(placeOfDraft('d-2').route).toBe('review')
})

test('the newest twenty are kept, and a full phone stops nobody', () => {
  for (let n = 0; n < 22; n++) notePlace(`d-${n}`, { page: 'review' })
  expect(placeOfDraft('d-1').route).toBe('steps')
  expect(placeOfDraft('d-2').route).toBe('review')
  phone.storageFull = true
  notePlace('d-30', STEP)
  expect(placeOfDraft('d-30').route).toBe('steps')
})
