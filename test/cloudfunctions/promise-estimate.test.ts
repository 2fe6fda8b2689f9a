import { promisesOf } from '../../cloudfunctions/domain/declaration/promises'
import { PROMISE_FORM_ID } from '../../cloudfunctions/matters/ids'
import { allowsTolerance } from '../../cloudfunctions/matters/commitments'
import { type Material } from '../../miniprogram/shared/domain/matter'
import { ALL_MATTERS } from '../support/matters'

const matterId = ALL_MATTERS.map(({ ids }) => ids.itemId).find(allowsTolerance) ?? ''
const material = (more: object) => ({ required: true, promisable: false, ...more }) as unknown as Material
const FACTS = { materialKeys: {}, account: {}, situation: {}, param: {}, credit: {} }
const materials = [
  material({ materialId: 'letter', name: '承诺书', kind: 'form', formId: PROMISE_FORM_ID }),
  material({ materialId: 'photo', name: '照片', kind: 'attachment', promisable: true, promiseDays: 10 }),
]

test.each([
  ['2026-09-01', '2026-09-15', undefined],
  ['2043-12-25', '2044-01-11', true],
])('accepted on %s it is due on %s; an estimate: %s', (today, dueBy, dueByIsEstimate) => {
  const row = { matterId, materials, promisedMaterialIds: [] }
  const now = Date.parse(`${today}T10:00:00+08:00`)
  const { offers } = promisesOf(row, {} as Parameters<typeof promisesOf>[1], FACTS, now)
  expect(offers).toHaveLength(1)
  expect(offers[0]).toMatchObject({ dueBy })
  expect(offers[0]?.dueByIsEstimate).toBe(dueByIsEstimate)
})
